package io.tributary.api.ingest;

import io.tributary.api.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.errors.RetriableException;

/** Waits for the log. */
public final class Appends {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private Appends() {}

    /**
     * The place of an append, once the log has it. The producer's own time limit bounds the wait.
     *
     * @throws ProblemException 503 when the log cannot be reached; what was appended before stays, so the same ids or
     *     keys must be sent again
     */
    public static <T> T await(CompletableFuture<T> append) {
        try {
            return append.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RetriableException) {
                throw ProblemException.unavailable("The log cannot be reached.", RETRY_AFTER);
            }
            throw new IllegalStateException("appending failed", failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("This instance is stopping.", RETRY_AFTER);
        }
    }
}
