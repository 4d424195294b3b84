package io.tributary.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.standalone.demo.LoadProgress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    @Test
    void shouldWriteOneLineForEachTenthWhereNobodyWatches() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(written, true, UTF_8);
                LoadProgress lines = new TerminalProgress.Lines(out, "Sending", 1_000)) {
            for (int done = 1; done <= 1_000; done++) {
                lines.reached(done);
            }
        }

        assertThat(written.toString(UTF_8).lines())
                .hasSize(10)
                .startsWith("Sending: 10 % (100 of 1000)")
                .endsWith("Sending: 100 % (1000 of 1000)");
    }
}
