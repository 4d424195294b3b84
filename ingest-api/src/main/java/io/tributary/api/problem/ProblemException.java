package io.tributary.api.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ends a request with a problem. The message is shown to the client, so it holds neither content nor internal names. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient List<FieldError> errors;
    private final transient @Nullable Duration retryAfter;

    /** A problem with the rules that were broken. */
    public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
        this(type, detail, errors, null);
    }

    private ProblemException(ProblemType type, String detail, List<FieldError> errors, @Nullable Duration retryAfter) {
        // A problem is an answer, not a fault: nobody reads its stack trace.
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
        this.retryAfter = retryAfter;
    }

    /** A problem with one sentence. */
    public static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(), null);
    }

    /** A request that breaks one rule. */
    public static ProblemException invalid(String field, String rule, String message) {
        return invalid(List.of(FieldError.of(field, rule, message)));
    }

    /** A request that breaks rules. */
    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(ProblemType.INVALID, "See errors for what to change.", errors, null);
    }

    /** The same request may work after a while. */
    public static ProblemException unavailable(String detail, Duration retryAfter) {
        return new ProblemException(ProblemType.UNAVAILABLE, detail, List.of(), retryAfter);
    }

    /** The kind of problem. */
    public ProblemType type() {
        return type;
    }

    /** The broken rules; empty for other problems. */
    public List<FieldError> errors() {
        return errors;
    }

    /** When to try again, where that may help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /** The problem as it is sent. */
    public Problem problem(@Nullable String instance) {
        return Problem.of(type, detail(), instance, errors);
    }

    private String detail() {
        String message = getMessage();
        return message == null ? type.title() : message;
    }
}
