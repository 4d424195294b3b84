package io.tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path parent;

    @Test
    void shouldCreateAMissingFolder() {
        Path missing = parent.resolve("a/b");

        try (DataFolder folder = DataFolder.open(missing, 0)) {
            assertThat(folder.root()).isEqualTo(missing.toAbsolutePath()).isDirectory();
        }
    }

    @Test
    void shouldRefuseAFolderThatIsInUseAndSayByWhom() {
        try (DataFolder first = DataFolder.open(parent, 0)) {
            assertThatThrownBy(() -> DataFolder.open(first.root(), 0))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("in use by another Tributary (process "
                            + ProcessHandle.current().pid() + ")");
        }
    }

    @Test
    void shouldBeFreeAgainWhenTheHolderWasKilled() throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        parent.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(holder.inputReader().readLine()).isEqualTo("held");
        assertThatThrownBy(() -> DataFolder.open(parent, 0)).hasMessageContaining("process " + holder.pid());

        holder.destroyForcibly().onExit().join();

        try (DataFolder folder = DataFolder.open(parent, 0)) {
            assertThat(folder.root()).isDirectory();
        }
    }

    @Test
    void shouldRefuseAFullDisk() {
        assertThatThrownBy(() -> DataFolder.open(parent, Long.MAX_VALUE))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("is full")
                .hasMessageContaining("--data-dir");
        // and let go of it
        DataFolder.open(parent, 0).close();
    }

    @Test
    void shouldSayThatAPathIsAFile() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.open(file, 0))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("there is a file of that name");
    }

    @Test
    void shouldPutWhatTheSystemSaysIntoOneSentence() {
        assertThat(FolderTrouble.unusable(parent, new AccessDeniedException("x")))
                .hasMessageContaining("permission denied");
        assertThat(FolderTrouble.unusable(parent, new IOException("No space left on device")))
                .hasMessageContaining("The disk that holds " + parent + " is full");
    }

    @Test
    void shouldNotTakeOverFilesOfSomebodyElse() throws IOException {
        Files.createDirectory(parent.resolve("kafka"));

        assertThatThrownBy(() -> DataFolder.open(parent, 0))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("not Tributary's");
    }

    @Test
    void shouldWipeItsOwnFilesOnly() throws IOException {
        try (DataFolder folder = DataFolder.open(parent, 0)) {
            Files.createDirectories(folder.kafka().resolve("topic-0"));
            Files.writeString(folder.kafka().resolve("topic-0/log"), "x");
            Files.writeString(folder.notes(), "x");
            Files.writeString(parent.resolve("letter.txt"), "mine");

            folder.wipe();

            assertThat(folder.kafka()).doesNotExist();
            assertThat(folder.notes()).doesNotExist();
            assertThat(parent.resolve("letter.txt")).hasContent("mine");
            assertThatThrownBy(() -> DataFolder.open(parent, 0)).hasMessageContaining("in use");
        }
    }

    /** Takes a folder, says so and waits to be killed. */
    static final class Holder {
        public static void main(String[] arguments) throws InterruptedException {
            try (DataFolder folder = DataFolder.open(Path.of(arguments[0]), 0)) {
                System.out.println(folder.root() == null ? "" : "held");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }
}
