package io.tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryProcessIT {
    private static final String FIRST = schema("");
    private static final String SECOND = schema(",{\\\"name\\\":\\\"y\\\",\\\"type\\\":\\\"int\\\",\\\"default\\\":1}");
    private static final String INCOMPATIBLE = schema(",{\\\"name\\\":\\\"z\\\",\\\"type\\\":\\\"int\\\"}");

    @TempDir
    private Path folder;

    @Test
    void shouldKeepIdsWhenKilledRightAfterTheAnswer() throws Exception {
        String first;
        try (RegistryProcess registry = RegistryProcess.start(folder)) {
            first = register(registry, "a-value", FIRST).body();
            registry.kill();
        }
        try (RegistryProcess registry = RegistryProcess.start(folder)) {
            assertThat(register(registry, "b-value", SECOND).body()).isNotEqualTo(first);
            assertThat(register(registry, "a-value", FIRST).body()).isEqualTo(first);
        }
    }

    @Test
    void shouldRefuseASchemaThatCannotReadOlderRecords() throws Exception {
        try (RegistryProcess registry = RegistryProcess.start(folder)) {
            assertThat(register(registry, "a-value", FIRST).statusCode()).isEqualTo(200);
            assertThat(register(registry, "a-value", SECOND).statusCode()).isEqualTo(200);
            assertThat(register(registry, "a-value", INCOMPATIBLE).statusCode()).isEqualTo(409);
        }
    }

    @Test
    void shouldDieWithAParentThatIsKilled() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ProcessHandle child = ProcessHandle.of(
                        Long.parseLong(parent.inputReader().readLine()))
                .orElseThrow();

        parent.destroyForcibly().onExit().join();

        child.onExit().get();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void shouldSayWhereItsLogIsWhenItDoesNotStart() throws IOException {
        Files.writeString(folder.resolve("registry.mv.db"), "no database");

        assertThatThrownBy(() -> RegistryProcess.start(folder))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(folder.resolve("registry.log").toString());
    }

    private static String schema(String moreFields) {
        return "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"A\\\",\\\"fields\\\":["
                + "{\\\"name\\\":\\\"x\\\",\\\"type\\\":\\\"int\\\"}" + moreFields + "]}\"}";
    }

    private static HttpResponse<String> register(RegistryProcess registry, String subject, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + "/subjects/" + subject + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Starts a registry, prints its process id and waits to be killed. */
    static final class Parent {
        public static void main(String[] arguments) throws InterruptedException {
            RegistryProcess registry = RegistryProcess.start(Path.of(arguments[0]));
            System.out.println(registry.pid());
            Thread.sleep(Long.MAX_VALUE);
        }
    }
}
