package io.tributary.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tributary.api.config.StartupProblem;
import io.tributary.avro.FxRates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FxFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldReadARowARate() throws IOException {
        List<FxRates> rates = read(
                "date,base,currency,rate\n2026-11-30,EUR,USD,1.10\n2026-11-30,EUR,GBP,0.87\n2026-11-29,EUR,USD,1.09\n");
        assertThat(rates)
                .containsExactly(
                        new FxRates(LocalDate.of(2026, 11, 29), "EUR", Map.of("USD", "1.09")),
                        new FxRates(LocalDate.of(2026, 11, 30), "EUR", Map.of("USD", "1.10", "GBP", "0.87")));
    }

    @Test
    void shouldReadTheWideFormOfTheCentralBank() throws IOException {
        List<FxRates> rates = read("Date,USD,JPY,CYP,\n2026-11-30,1.1,N/A,0.58,\n");
        assertThat(rates).containsExactly(new FxRates(LocalDate.of(2026, 11, 30), "EUR", Map.of("USD", "1.1")));
    }

    @Test
    void shouldNameTheRowOrDayThatCannotBeRead() {
        assertThatExceptionOfType(StartupProblem.class)
                .isThrownBy(() -> read("date,base,currency,rate\n30/11/2026,EUR,USD,1.1\n"))
                .withMessageContaining("Row 1");
        assertThatExceptionOfType(StartupProblem.class)
                .isThrownBy(() -> read("date,base,currency,rate\n2026-11-30,EUR,USD,-1\n"))
                .withMessageContaining("2026-11-30");
    }

    private List<FxRates> read(String text) throws IOException {
        return FxFile.read(Files.writeString(folder.resolve("fx.csv"), text));
    }
}
