package io.tributary.api;

import io.javalin.Javalin;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.json.Json;
import io.tributary.api.problem.Problem;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Router;
import java.net.BindException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Listens. */
final class HttpServer implements AutoCloseable {

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /**
     * Listens and serves.
     *
     * @throws StartupProblem when the port is taken
     */
    static HttpServer start(ServerConfig.Http http, Router router) {
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.modifyServer(server -> server.setErrorHandler(new Unreadable()));
            config.jetty.modifyHttpConfiguration(jetty -> jetty.setSendServerVersion(false));
            router.install(config);
        });
        try {
            return new HttpServer(javalin.start(http.host(), http.port()));
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

    @Override
    public void close() {
        javalin.stop();
    }

    private static boolean isTaken(@Nullable Throwable failed) {
        return failed != null
                && (failed instanceof BindException
                        || failed.getClass().getSimpleName().equals("JavalinBindException")
                        || isTaken(failed.getCause()));
    }

    /** What Jetty itself refuses, such as an address that is no address, is a problem like any other. */
    private static final class Unreadable extends Handler.Abstract {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            byte[] problem = Json.write(ProblemException.of(ProblemType.MALFORMED, "The request cannot be read.")
                    .problem(null));
            response.setStatus(ProblemType.MALFORMED.status());
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
            response.write(true, ByteBuffer.wrap(problem), callback);
            return true;
        }
    }
}
