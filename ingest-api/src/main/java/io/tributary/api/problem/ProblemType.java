package io.tributary.api.problem;

import java.util.Locale;

/** The kinds of problems a client can meet; each has its status and a stable type that clients may rely on. */
public enum ProblemType {
    /** Not readable: broken JSON, a wrong JSON type, a parameter that does not parse. */
    MALFORMED(400, "The request cannot be read"),
    /** Credentials are missing or wrong. */
    UNAUTHENTICATED(401, "Credentials are missing or wrong"),
    /** The caller may not do this. */
    FORBIDDEN(403, "The caller may not do this"),
    /** There is no such thing. */
    NOT_FOUND(404, "There is no such thing"),
    /** The path is there, the method is not. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** The same idempotency key is being decided. */
    IN_FLIGHT(409, "The same idempotency key is still being decided"),
    /** Somebody changed it in between. */
    STALE_VERSION(412, "It has another version by now"),
    /** The body passes the limit. */
    TOO_LARGE(413, "The body is too large"),
    /** The body is of a type this route does not read. */
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of an unsupported type"),
    /** Readable, but it breaks a rule. */
    INVALID(422, "A rule is broken"),
    /** The idempotency key was used with other content. */
    KEY_REUSED(422, "The idempotency key was used with other content"),
    /** Something failed here; the client did nothing wrong. */
    INTERNAL(500, "Something failed on our side"),
    /** Not now; the same request may work in a moment. */
    UNAVAILABLE(503, "Not ready yet");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** One sentence, the same for every problem of the kind. */
    public String title() {
        return title;
    }

    /** The type's URI. */
    public String uri() {
        return "urn:tributary:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
