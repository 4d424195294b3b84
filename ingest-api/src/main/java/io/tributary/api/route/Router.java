package io.tributary.api.route;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.tributary.api.auth.Callers;
import io.tributary.api.json.Json;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Serves the routes of the table: checks what the description promises, then asks the endpoint. */
public final class Router {

    private static final int RESPONSE_BUFFER = 4_096;

    private final List<Route> routes;
    private final Callers callers;
    private final Detour detour;
    private final RequestTimer timer;
    private final Problems problems;

    /** Serves {@code routes}. */
    public Router(List<Route> routes, Callers callers, Detour detour, RequestTimer timer, Problems problems) {
        this.routes = List.copyOf(routes);
        this.callers = callers;
        this.detour = detour;
        this.timer = timer;
        this.problems = problems;
    }

    /** Adds the routes and the answers to everything that is none of them. */
    public void install(JavalinConfig config) {
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = Long.MAX_VALUE;
        // Answers are a few kilobytes and go out in one piece; the default takes 32 kB of heap for each.
        config.http.responseBufferSize = RESPONSE_BUFFER;
        config.http.defaultContentType = "application/json";
        config.router.ignoreTrailingSlashes = true;
        for (Route route : routes) {
            Set<String> known = route.params().stream().map(Param::name).collect(Collectors.toUnmodifiableSet());
            config.routes.addEndpoint(
                    new Endpoint(route.method(), route.path(), context -> serve(route, known, context)));
        }
        config.routes.exception(Exception.class, problems::answer);
        // Javalin brings a handler for its own, which the more general one does not replace.
        config.routes.exception(HttpResponseException.class, problems::answer);
    }

    private void serve(Route route, Set<String> known, Context context) {
        long start = System.nanoTime();
        try {
            checkParams(route, known, context);
            Request request = new Request(context, route, callers.of(context));
            route.access().check(request.caller());
            Answer answer = detour.around(route, request).orElse(null);
            write(answer == null ? route.endpoint().handle(request) : answer, context);
        } catch (IOException | RuntimeException failed) {
            // Answered before it is timed: what Javalin would answer later would have been measured as a success.
            problems.answer(failed, context);
        } finally {
            timer.answered(route, context.statusCode(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** A misspelt filter that is ignored answers another question than the one that was asked. */
    private static void checkParams(Route route, Set<String> known, Context context) {
        for (String name : context.queryParamMap().keySet()) {
            if (!known.contains(name)) {
                String rule = known.isEmpty() ? "This takes no query parameters." : "Known query parameters: " + known;
                throw ProblemException.of(ProblemType.MALFORMED, rule);
            }
            if (context.queryParams(name).size() > 1) {
                throw ProblemException.of(ProblemType.MALFORMED, "A query parameter is given twice.");
            }
        }
        // Before anything is done: a request that cannot be read is that, whatever state the service is in.
        for (Param<?> param : route.params()) {
            var unused = param.read(context.queryParam(param.name()));
        }
    }

    private static void write(Answer answer, Context context) {
        if (answer.isStreamed()) {
            return;
        }
        context.status(answer.status());
        answer.headers().forEach(context::header);
        Object body = answer.body();
        if (body instanceof Answer.Content content) {
            context.contentType(content.contentType()).result(content.bytes());
        } else if (body != null) {
            context.contentType("application/json").result(Json.write(body));
        }
    }
}
