package io.tributary.api.route;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.tributary.api.json.Json;
import io.tributary.api.problem.Problem;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.topologies.totals.PeriodTooLongException;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one map from what is thrown to what a client sees. */
public final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    /** Answers with the problem that {@code thrown} means. */
    public void answer(Throwable thrown, Context context) {
        ProblemException problem = of(thrown, context);
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            context.header("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
        }
        context.status(problem.type().status())
                .contentType(Problem.CONTENT_TYPE)
                .result(Json.write(problem.problem(context.path())));
    }

    private static ProblemException of(Throwable thrown, Context context) {
        if (thrown instanceof ProblemException problem) {
            return problem;
        }
        if (thrown instanceof HttpResponseException http) {
            return ofJavalin(http, context);
        }
        if (thrown instanceof InvalidStateStoreException) {
            return ProblemException.unavailable("The state is being moved or restored.", SOON);
        }
        if (thrown instanceof PeriodTooLongException) {
            return ProblemException.invalid(
                    "from", "period.rows", "the period holds more months and currencies than one request reads");
        }
        if (thrown instanceof RetriableException) {
            return ProblemException.unavailable("The log cannot be reached.", SOON);
        }
        if (thrown instanceof IOException) {
            // What endpoints throw when the client has gone; that is nobody's fault, and nobody reads the answer.
            return ProblemException.of(ProblemType.MALFORMED, "The request broke off.");
        }
        // Only here: what nobody expected must leave a trace, and the client must not see it.
        LOG.atError().addKeyValue("method", context.method()).setCause(thrown).log("request failed");
        return ProblemException.of(ProblemType.INTERNAL, "The failure has been logged.");
    }

    private static ProblemException ofJavalin(HttpResponseException http, Context context) {
        return switch (http.getStatus()) {
            case 404 -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such path.");
            case 405 -> {
                http.getDetails().values().stream().findFirst().ifPresent(methods -> context.header("Allow", methods));
                yield ProblemException.of(ProblemType.METHOD_NOT_ALLOWED, "The path knows other methods.");
            }
            case 413 -> ProblemException.of(ProblemType.TOO_LARGE, "A body may have at most 1 MiB.");
            default -> ProblemException.of(ProblemType.MALFORMED, "The request cannot be read.");
        };
    }
}
