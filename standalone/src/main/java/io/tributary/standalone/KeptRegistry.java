package io.tributary.standalone;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registry that is started again when its process ends unasked. Meanwhile the pipeline goes on with the schemas it
 * knows.
 */
final class KeptRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptRegistry.class);

    private final Path directory;
    private final int port;
    private RegistryProcess process;
    private boolean closing;

    private KeptRegistry(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.process = RegistryProcess.start(directory, port);
        watch(process);
    }

    /** Starts the registry and returns when it answers; see {@link RegistryProcess#start(Path, int)}. */
    static KeptRegistry start(Path directory, int port) {
        return new KeptRegistry(directory, port);
    }

    /** The base URL of the API that Confluent's clients speak. */
    synchronized String url() {
        return process.url();
    }

    @Override
    public synchronized void close() {
        closing = true;
        process.close();
    }

    private void watch(RegistryProcess watched) {
        CompletableFuture<Void> unused = watched.onExit().thenRunAsync(this::restart);
    }

    private synchronized void restart() {
        if (closing) {
            return;
        }
        LOG.warn("the schema registry has ended and is started again");
        try {
            process = RegistryProcess.start(directory, port);
            watch(process);
        } catch (StartupException refused) {
            LOG.error("the schema registry does not start again", refused);
        }
    }
}
