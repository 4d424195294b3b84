package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options by which a command finds Kafka and the registry. */
final class ConfigOptions {

    private static final String SERVERS = "kafka.bootstrap.servers";
    private static final String REGISTRY = "schema.registry.url";
    private static final Map<String, String> DEMO =
            Map.of(SERVERS, "127.0.0.1:9092", REGISTRY, "http://127.0.0.1:8081/apis/ccompat/v7");

    /** A person waits: an answer that takes longer than this does not come. */
    private static final String PATIENCE_MILLIS = "10000";

    private static final String ONE_CALL_MILLIS = "5000";

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Properties file with settings; TRIBUTARY_… variables go before it.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting that goes before file and environment; may be given several times.")
    private Map<String, String> values = new TreeMap<>();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Where Kafka is: kafka.bootstrap.servers.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description = "Where the schema registry is: schema.registry.url.")
    private @Nullable String registryUrl;

    /**
     * What file, environment and command line say.
     *
     * @throws io.tributary.api.config.ConfigProblem when it makes no sense
     */
    Settings settings() {
        Map<String, String> given = new TreeMap<>(values);
        if (bootstrapServers != null) {
            given.put(SERVERS, bootstrapServers);
        }
        if (registryUrl != null) {
            given.put(REGISTRY, registryUrl);
        }
        return Settings.load(Optional.ofNullable(file), System.getenv()).with(given);
    }

    /**
     * The same for a command that is only a client; where nothing is said, it takes the Kafka and the registry of a demo on
     * this machine.
     */
    ServerConfig client() {
        return ServerConfig.of(clientSettings());
    }

    /** The settings behind {@link #client}. */
    Settings clientSettings() {
        return settings().withFallbacks(DEMO);
    }

    /** Settings of a Kafka client that gives up soon, unless others are configured. */
    static Map<String, Object> kafka(ServerConfig config, String command) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.CLIENT_ID_CONFIG, "tributary-" + command);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, ONE_CALL_MILLIS);
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.putAll(config.kafka());
        return settings;
    }
}
