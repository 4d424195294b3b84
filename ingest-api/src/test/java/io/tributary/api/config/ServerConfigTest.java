package io.tributary.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerConfigTest {

    private static final Map<String, String> LEAST =
            Map.of("kafka.bootstrap.servers", "kafka:9092", "schema.registry.url", "http://registry:8081");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldFillInDefaults() {
        ServerConfig config = ServerConfig.of(Settings.of(LEAST));
        assertThat(config.http()).isEqualTo(new ServerConfig.Http("127.0.0.1", 8080, "", Duration.ZERO));
        assertThat(config.streams().commitInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(config.kafka()).isEqualTo(Map.of("bootstrap.servers", "kafka:9092"));
        assertThat(config.registry()).isEqualTo(Map.of("schema.registry.url", "http://registry:8081"));
    }

    @Test
    void shouldLetTheEnvironmentGoBeforeTheFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("tributary.properties"),
                "http.port=1000\nkafka.bootstrap.servers=a:1\nkafka.sasl.mechanism=PLAIN\nschema.registry.url=http://r\n");
        Map<String, String> environment =
                Map.of("TRIBUTARY_HTTP_PORT", "2000", "TRIBUTARY_KAFKA_BOOTSTRAP_SERVERS", "b:2", "HOME", "/");
        ServerConfig config = ServerConfig.of(Settings.load(Optional.of(file), environment));
        assertThat(config.http().port()).isEqualTo(2000);
        assertThat(config.kafka()).isEqualTo(Map.of("bootstrap.servers", "b:2", "sasl.mechanism", "PLAIN"));
    }

    @ParameterizedTest
    @CsvSource({
        "http.prot, 1, There is no setting http.prot (environment: TRIBUTARY_HTTP_PROT).",
        "http.port, 70000, 'http.port is \"70000\" but must be between 0 and 65535.'",
        "commit.interval, 3s, 'commit.interval is \"3s\" but must be below session.timeout (3000ms).'",
        "commit.interval, 100, 'commit.interval is \"100\" but must be a duration such as 100ms, 10s, 5m or 1h.'",
        "default.currency, EUX, 'default.currency is \"EUX\" but must be a current ISO 4217 code.'",
        "topics.create, maybe, 'topics.create is \"maybe\" but must be true or false.'",
        "default.time.zone, Mars, 'default.time.zone is \"Mars\" but must be an IANA time zone id.'"
    })
    void shouldNameKeyValueAndRule(String key, String value, String sentence) {
        Map<String, String> values = new TreeMap<>(LEAST);
        values.put(key, value);
        assertThatExceptionOfType(ConfigProblem.class)
                .isThrownBy(() -> ServerConfig.of(Settings.of(values)))
                .withMessage(sentence);
    }

    @Test
    void shouldDemandACluster() {
        assertThatExceptionOfType(ConfigProblem.class)
                .isThrownBy(() -> ServerConfig.of(Settings.of(Map.of())))
                .withMessageContaining("kafka.bootstrap.servers must be set");
    }

    @Test
    void shouldKnowEverySettingByItsDefault() {
        for (Setting setting : Setting.values()) {
            assertThat(setting.description()).isNotBlank();
            assertThat(Setting.of(setting.key())).contains(setting);
        }
    }
}
