package io.tributary.api;

import io.javalin.Javalin;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.route.Router;
import java.net.BindException;
import java.time.Duration;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** Listens. */
final class HttpServer implements AutoCloseable {

    private static final Duration FINISH = Duration.ofSeconds(10);

    /** A connection on which nothing is asked is not waited for. */
    private static final Duration IDLE = Duration.ofMillis(100);

    /**
     * Java's default is 50: a pause of a twentieth of a second at a thousand requests a second overflows that, and whoever
     * is turned away asks again after a whole second.
     */
    private static final int WAITING_CONNECTIONS = 4_096;

    private final Javalin javalin;
    private final Departure requests;

    private HttpServer(Javalin javalin, Departure requests) {
        this.javalin = javalin;
        this.requests = requests;
    }

    /**
     * Listens and serves.
     *
     * @throws StartupProblem when the port is taken
     */
    static HttpServer start(ServerConfig.Http http, Router router) {
        Departure requests = new Departure();
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.modifyServer(server -> install(server, requests));
            config.jetty.modifyHttpConfiguration(jetty -> jetty.setSendServerVersion(false));
            config.jetty.addConnector((server, settings) -> connector(server, settings, http));
            router.install(config);
        });
        try {
            return new HttpServer(javalin.start(), requests);
        } catch (RuntimeException failed) {
            javalin.stop();
            throw isTaken(failed)
                    ? new StartupProblem("Port " + http.port() + " on " + http.host()
                            + " is taken: stop what listens there, or set http.port.")
                    : failed;
        }
    }

    /** The port it listens on. */
    int port() {
        return javalin.port();
    }

    /** From now on every answer ends its connection, so that none is in use when the server stops. */
    void leave() {
        requests.leave();
    }

    /** Stops to listen and finishes what has come in. */
    @Override
    public void close() {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector ours) {
                ours.setShutdownIdleTimeout(IDLE.toMillis());
            }
        }
        javalin.stop();
    }

    private static void install(Server server, Departure requests) {
        server.setErrorHandler(new Unreadable());
        server.setHandler(requests);
        server.setStopTimeout(FINISH.toMillis());
    }

    private static Connector connector(Server server, HttpConfiguration settings, ServerConfig.Http http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(settings));
        connector.setHost(http.host());
        connector.setPort(http.port());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        return connector;
    }

    private static boolean isTaken(@Nullable Throwable failed) {
        return failed != null
                && (failed instanceof BindException
                        || failed.getClass().getSimpleName().equals("JavalinBindException")
                        || isTaken(failed.getCause()));
    }
}
