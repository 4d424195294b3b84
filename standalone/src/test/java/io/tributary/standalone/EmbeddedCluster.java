package io.tributary.standalone;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A broker in this JVM and a registry in a child of it: what the demo runs on, and all that a build needs. */
final class EmbeddedCluster implements ClusterBackend {
    private final Path directory;
    private final int brokerPort = LoopbackPorts.free();
    private final int registryPort = LoopbackPorts.free();
    private EmbeddedBroker broker;
    private RegistryProcess registry;

    /** Starts both, at the same time. */
    EmbeddedCluster(Path directory) {
        this.directory = directory;
        CompletableFuture<RegistryProcess> starting = CompletableFuture.supplyAsync(this::newRegistry);
        this.broker = newBroker();
        this.registry = starting.join();
    }

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public void stopBroker() {
        broker.close();
    }

    @Override
    public void startBroker() {
        broker = newBroker();
    }

    @Override
    public void killRegistry() {
        registry.kill();
    }

    @Override
    public void startRegistry() {
        registry = newRegistry();
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }

    private EmbeddedBroker newBroker() {
        return EmbeddedBroker.start(directory.resolve("kafka"), brokerPort);
    }

    private RegistryProcess newRegistry() {
        return RegistryProcess.start(directory.resolve("registry"), registryPort);
    }
}
