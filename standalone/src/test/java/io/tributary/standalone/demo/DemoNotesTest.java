package io.tributary.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoNotesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

    @TempDir
    private Path folder;

    @Test
    void shouldKeepTheDayOfTheFirstLoad() throws IOException {
        Path file = folder.resolve("demo.properties");
        DemoNotes.read(file, FIRST).write(file);

        DemoNotes later = DemoNotes.read(file, FIRST.plusMonths(3));

        assertThat(later).isEqualTo(new DemoNotes(FIRST, false, "tributary"));
        later.completed().write(file);
        assertThat(DemoNotes.read(file, FIRST.plusMonths(4))).isEqualTo(new DemoNotes(FIRST, true, "tributary"));
    }

    @Test
    void shouldKeepTheApplicationOfTheLastRebuild() throws IOException {
        Path file = folder.resolve("demo.properties");
        DemoNotes.read(file, FIRST).completed().of("tributary-2").write(file);

        assertThat(DemoNotes.read(file, FIRST)).isEqualTo(new DemoNotes(FIRST, true, "tributary-2"));
    }
}
