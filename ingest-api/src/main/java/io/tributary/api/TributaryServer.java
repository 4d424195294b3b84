package io.tributary.api;

import io.tributary.api.auth.Callers;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.metrics.Metrics;
import io.tributary.api.route.Problems;
import io.tributary.api.route.Route;
import io.tributary.api.route.Router;
import io.tributary.schemas.serde.RegistryRefusedException;
import io.tributary.schemas.serde.RegistryUnavailableException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One instance: the streams, the pacemaker and the HTTP API in front of their state, started and stopped together. */
public final class TributaryServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TributaryServer.class);

    private final ServerConfig config;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private volatile int port;
    private volatile boolean serving;
    private volatile Runnable departure = () -> {};

    private TributaryServer(ServerConfig config) {
        this.config = config;
    }

    /**
     * Starts an instance and returns when it answers; it is ready once the group has given it its partitions.
     *
     * @throws StartupProblem with one sentence when a part does not start
     */
    public static TributaryServer start(ServerConfig config) {
        TributaryServer server = new TributaryServer(config);
        try {
            server.startParts();
            return server;
        } catch (RegistryUnavailableException away) {
            server.close();
            throw new StartupProblem("The schema registry cannot be reached: check schema.registry.url.", away);
        } catch (RegistryRefusedException refused) {
            server.close();
            throw new StartupProblem(refused.sentence(), refused);
        } catch (RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://" + config.http().host() + ":" + port);
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Completes with the cause when the instance can do no more; closing it is the caller's. */
    public CompletableFuture<Throwable> whenFailed() {
        return failed.copy();
    }

    /**
     * Stops everything in an order in which no request fails where there is another instance: it says that it is not
     * ready; it leaves the group, and passes on what it has given away; it stops to listen when the others have its part,
     * and finishes what has come in.
     */
    @Override
    public void close() {
        leave();
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failure) {
                // The rest must be closed whatever happens to this part.
                LOG.warn("a part did not close cleanly", failure);
            }
        }
    }

    private void leave() {
        if (!serving) {
            return;
        }
        serving = false;
        departure.run();
        try {
            Thread.sleep(config.http().grace().toMillis());
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    private void startParts() {
        Metrics metrics = keep(new Metrics());
        Assembly assembly = new Assembly(config, metrics, this::keep);
        List<Route> routes = assembly.routes(this::advertised);
        Router router =
                new Router(routes, Callers.trusted(), assembly.detour(this::advertised), metrics, new Problems());
        // It has to listen before the streams can say where; and it is closed after them.
        HttpServer http = keep(HttpServer.start(config.http(), router));
        var unusedListeners = keep(assembly.listeners());
        port = http.port();
        departure = () -> {
            assembly.leave();
            http.leave();
        };
        var unused = assembly.startStreams(advertised()).whenFailed().thenAccept(failed::complete);
        serving = true;
        LOG.atInfo().addKeyValue("port", port).log("serving");
    }

    private String advertised() {
        String given = config.http().advertised();
        return given.isEmpty() ? config.http().host() + ":" + port : given;
    }

    private <T extends AutoCloseable> T keep(T part) {
        parts.push(part);
        return part;
    }
}
