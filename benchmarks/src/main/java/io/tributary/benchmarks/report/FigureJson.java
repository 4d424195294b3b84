package io.tributary.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures as JSON for machines: {@code [{name,value,unit,baseline,ratio}]}. */
public final class FigureJson {

    private FigureJson() {}

    /**
     * Writes them to a file.
     *
     * @throws IOException when it cannot be written
     */
    public static void write(List<Figure> figures, Path file) throws IOException {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            row.put("name", figure.name());
            row.put("value", figure.value());
            row.put("unit", figure.unit());
            row.put("baseline", figure.baseline());
            row.put("ratio", figure.ratio());
            rows.add(row);
        }
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), rows);
    }
}
