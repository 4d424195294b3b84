package io.tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.api.config.Setting;
import io.tributary.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's tables are the code's; {@code -Dreadme.update=true} writes them anew. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");

    @Test
    void shouldListTheTopicsAsTheyAre() throws IOException {
        check("topics", Topics.markdownTable().strip());
    }

    @Test
    void shouldListTheSettingsAsTheyAre() throws IOException {
        String rows = Arrays.stream(Setting.values())
                .map(setting -> "| `" + setting.key() + "` | "
                        + (setting.fallback().isEmpty() ? "" : "`" + setting.fallback() + "`") + " | "
                        + setting.description() + " |")
                .collect(Collectors.joining("\n"));
        check("settings", "| key | default | what it does |\n|---|---|---|\n" + rows);
    }

    private static void check(String name, String table) throws IOException {
        String readme = Files.readString(README);
        String open = "<!-- " + name + ": written by ReadmeTest from the code -->\n";
        int from = readme.indexOf(open) + open.length();
        int to = readme.indexOf("<!-- /" + name + " -->");
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(README, readme.substring(0, from) + "\n" + table + "\n\n" + readme.substring(to));
            return;
        }
        assertThat(readme.substring(from, to).strip())
                .as("the table of %s; run ReadmeTest with -Dreadme.update=true", name)
                .isEqualTo(table);
    }
}
