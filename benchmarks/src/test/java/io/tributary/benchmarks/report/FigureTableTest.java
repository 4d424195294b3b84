package io.tributary.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FigureTableTest {

    private static final List<Figure> FIGURES = List.of(
            Figure.of("drain/pipeline", 25_000, "records/s", 400_000, "to pass-through"),
            Figure.of("bytes/one", 93.44, "B/tx", "alone"),
            Figure.skipped("startup", "no command"));

    @Test
    void shouldAlignWhatIsMeasuredAndWhatIsNot() {
        assertThat(FigureTable.of(FIGURES)).isEqualTo("""
                | figure         | value  | unit      | baseline | ratio | note            |
                |----------------|--------|-----------|----------|-------|-----------------|
                | drain/pipeline | 25,000 | records/s | 400,000  | 0.063 | to pass-through |
                | bytes/one      | 93.4   | B/tx      |          |       | alone           |
                | startup        |        |           |          |       | no command      |""");
    }

    @Test
    void shouldWriteEveryFigureForMachines(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("figures.json");

        FigureJson.write(FIGURES, file);

        JsonNode rows = new ObjectMapper().readTree(file.toFile());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).toString())
                .isEqualTo("{\"name\":\"drain/pipeline\",\"value\":25000.0,\"unit\":\"records/s\","
                        + "\"baseline\":400000.0,\"ratio\":0.0625}");
        assertThat(rows.get(2).get("value").isNull()).isTrue();
    }

    @Test
    void shouldTakeTheMiddleOfSeveralRuns() {
        assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(1, 2, 3));
        assertThat(Spread.of(4, 1, 2, 3)).isEqualTo(new Spread(1, 2.5, 4));
        assertThat(Spread.of(20_000, 25_400).range()).isEqualTo("20,000–25,400");
        assertThatThrownBy(Spread::of).isInstanceOf(IllegalArgumentException.class);
    }
}
