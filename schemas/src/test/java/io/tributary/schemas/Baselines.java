package io.tributary.schemas;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.schemas.serde.PublishedSchemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Every published version of every record, as committed: {@code baselines/<full name>/v<n>.avsc}. */
final class Baselines {

    private static final Path FOLDER = Path.of("src", "test", "resources", "baselines");

    private Baselines() {}

    /** Full names of the records that have been published. */
    static List<String> names() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The versions of a record, oldest first. */
    static List<Schema> versions(String fullName) throws IOException {
        List<Schema> versions = new ArrayList<>();
        for (Path file = file(fullName, 1); Files.exists(file); file = file(fullName, versions.size() + 1)) {
            versions.add(new Schema.Parser().parse(file.toFile()));
        }
        return versions;
    }

    static void add(Schema schema) throws IOException {
        Path file = file(schema.getFullName(), versions(schema.getFullName()).size() + 1);
        Files.createDirectories(file.getParent());
        ObjectMapper json = new ObjectMapper();
        String text = json.writerWithDefaultPrettyPrinter()
                .writeValueAsString(json.readTree(PublishedSchemas.textOf(schema)));
        Files.writeString(file, text + "\n");
    }

    static void forgetAll() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return;
        }
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Path file(String fullName, int version) {
        return FOLDER.resolve(fullName).resolve("v" + version + ".avsc");
    }
}
