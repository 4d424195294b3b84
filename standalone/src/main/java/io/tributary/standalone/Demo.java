package io.tributary.standalone;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Broker, registry and API process of one data folder, started together and stopped in reverse order. */
final class Demo implements AutoCloseable {
    private final DataFolder folder;
    private final DemoPorts ports;
    private final ApiProcess.Starter apiStarter;
    private @Nullable CompletableFuture<KeptRegistry> registry;
    private @Nullable EmbeddedBroker broker;
    private @Nullable ApiProcess api;

    Demo(DataFolder folder, DemoPorts ports, ApiProcess.Starter apiStarter) {
        this.folder = folder;
        this.ports = ports;
        this.apiStarter = apiStarter;
    }

    /**
     * Starts everything and returns when the API answers. Close it also when this throws.
     *
     * @param state says whose state is gone on with, once broker and registry are there
     * @throws StartupException when a part does not start
     * @throws InterruptedException when the start is to be given up
     */
    Running start(State state) throws InterruptedException {
        try {
            return startParts(state);
        } catch (StartupException refused) {
            if (Thread.interrupted()) {
                throw new InterruptedException(refused.getMessage());
            }
            throw refused;
        }
    }

    private Running startParts(State state) throws InterruptedException {
        CompletableFuture<KeptRegistry> starting = CompletableFuture.supplyAsync(
                () -> ports.onRegistryPort(port -> KeptRegistry.start(folder.registry(), port)));
        registry = starting;
        EmbeddedBroker startedBroker = ports.onKafkaPort(port -> EmbeddedBroker.start(folder.kafka(), port));
        broker = startedBroker;
        String registryUrl = await(starting).url();
        Map<String, String> settings = new TreeMap<>(Map.of(
                "http.host",
                "127.0.0.1",
                "http.port",
                String.valueOf(ports.api()),
                "state.dir",
                folder.streams().toString(),
                "kafka.bootstrap.servers",
                startedBroker.bootstrapServers(),
                "schema.registry.url",
                registryUrl));
        String applicationId = state.applicationId(Map.copyOf(settings));
        settings.put("application.id", applicationId);
        ApiProcess startedApi = apiStarter.start(settings);
        api = startedApi;
        return new Running(startedApi, startedApi.url(), startedBroker.bootstrapServers(), registryUrl, applicationId);
    }

    @Override
    public void close() {
        // The flag of an interrupted start would make every wait below give up at once.
        Thread.interrupted();
        if (api != null) {
            api.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (registry != null) {
            registry.handle((started, failure) -> {
                        if (started != null) {
                            started.close();
                        }
                        return failure;
                    })
                    .join();
        }
    }

    private static KeptRegistry await(CompletableFuture<KeptRegistry> starting) {
        try {
            return starting.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof StartupException reason) {
                throw reason;
            }
            throw failure;
        }
    }

    /**
     * What serves now.
     *
     * @param api the API process
     * @param url where the API is
     * @param bootstrapServers where the broker is
     * @param registryUrl where the registry is
     * @param applicationId whose state it is
     */
    record Running(ApiProcess api, URI url, String bootstrapServers, String registryUrl, String applicationId) {}

    /** Says whose state is gone on with. */
    @FunctionalInterface
    interface State {

        /**
         * The application id.
         *
         * @param settings all settings of the API but this one
         * @throws InterruptedException when the start is to be given up
         */
        String applicationId(Map<String, String> settings) throws InterruptedException;
    }
}
