package io.tributary.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text that only changes on purpose. It lies in {@code src/test/resources/golden}; {@code -Dgolden.update=true}
 * writes it anew, and the difference is for review: names of nodes, stores and topics are migrations.
 */
public final class GoldenFile {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private final Path path;

    /** The golden file of that name. */
    public GoldenFile(String name) {
        this.path = FOLDER.resolve(name);
    }

    /** Fails where {@code text} differs from the file, unless the file is to be written anew. */
    public void check(String text) {
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(path, text);
            }
            assertThat(path)
                    .as("missing: run the test once with -Dgolden.update=true")
                    .exists();
            assertThat(text)
                    .as("%s; if the change is meant, run with -Dgolden.update=true", path)
                    .isEqualTo(Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
