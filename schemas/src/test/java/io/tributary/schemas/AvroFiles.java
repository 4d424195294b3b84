package io.tributary.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The committed Avro files of this module and the schemas generated from them. */
final class AvroFiles {

    private static final Path FOLDER = Path.of("src", "main", "avro");

    private AvroFiles() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Schemas of the records; enums are checked inside the records that hold them. */
    static List<Schema> records() {
        return all().stream()
                .map(AvroFiles::generated)
                .filter(SpecificRecord.class::isAssignableFrom)
                .map(type -> SpecificData.get().getSchema(type))
                .toList();
    }

    static String typeName(Path file) {
        return file.getFileName().toString().replace(".avsc", "");
    }

    private static Class<?> generated(Path file) {
        try {
            return Class.forName("io.tributary.avro." + typeName(file));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(file + " has no class of its name: one type a file, named alike", e);
        }
    }
}
