package io.tributary.api.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LinesTest {

    @Test
    void shouldCutAtLineEndsAndLookOverBlankLines() throws IOException {
        assertThat(read("a\n\n  \r\nbb\nc", 10)).containsExactly("a", "bb", "c");
        assertThat(read("", 10)).isEmpty();
        assertThat(read("\n\n", 10)).isEmpty();
    }

    @Test
    void shouldNumberLinesAsAnEditorDoes() throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream("\na\n\n\nb".getBytes(StandardCharsets.UTF_8)), 10);
        assertThat(lines.next()).extracting(Lines.Line::number).isEqualTo(2L);
        assertThat(lines.next()).extracting(Lines.Line::number).isEqualTo(5L);
    }

    @Test
    void shouldKeepNothingOfALineThatIsTooLongAndGoOn() throws IOException {
        String longLine = "x".repeat(200_000);
        assertThat(read("a\n" + longLine + "\nb", 100_000)).containsExactly("a", "TOO LONG 0", "b");
        assertThat(read("a\n" + longLine, 100_000)).containsExactly("a", "TOO LONG 0");
    }

    @Test
    void shouldTakeALineOfExactlyTheLimit() throws IOException {
        assertThat(read("x".repeat(100_000), 100_000)).containsExactly("x".repeat(100_000));
    }

    private static List<String> read(String text, int longest) throws IOException {
        Lines lines = new Lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
        List<String> found = new ArrayList<>();
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            found.add(
                    line.tooLong()
                            ? "TOO LONG " + line.bytes().length
                            : new String(line.bytes(), StandardCharsets.UTF_8));
        }
        return found;
    }
}
