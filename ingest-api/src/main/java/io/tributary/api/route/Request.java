package io.tributary.api.route;

import io.javalin.http.Context;
import io.tributary.api.auth.Access;
import io.tributary.api.auth.Caller;
import io.tributary.api.json.Json;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request of a route, with everything that it may ask for already checked against the route's description. */
public final class Request {

    /** Largest body, in bytes. */
    public static final int LARGEST_BODY = 1 << 20;

    private final Context context;
    private final Route route;
    private final Caller caller;
    private byte @Nullable [] bytes;

    Request(Context context, Route route, Caller caller) {
        this.context = context;
        this.route = route;
        this.caller = caller;
    }

    /** Who is asking. */
    public Caller caller() {
        return caller;
    }

    /** The user that the path names, whom the caller may ask about. */
    public String user() {
        return Access.user(caller, path("user"));
    }

    /** A part of the path. */
    public String path(String name) {
        return context.pathParam(name);
    }

    /** A query parameter that has a value even where it is not given. */
    public <T> T get(Param<T> param) {
        return Objects.requireNonNull(param.read(context.queryParam(param.name())), param.name());
    }

    /** A query parameter, if it is given. */
    public <T> Optional<T> find(Param<T> param) {
        return Optional.ofNullable(param.read(context.queryParam(param.name())));
    }

    /** A header, if it is there. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(context.header(name));
    }

    /**
     * The body.
     *
     * @throws ProblemException 400, 413, 415 or 422, as api.md says
     */
    public <T> T body(Class<T> type) {
        return Json.read(bytes(), type);
    }

    /** Whether another instance was asked, which has passed it on to this one. */
    public boolean isForwarded() {
        return header(PassedOn.HEADER).isPresent();
    }

    /** Whether the route reads a body. */
    public boolean hasBody() {
        return route.body() != null;
    }

    /** The body's bytes, at most {@link #LARGEST_BODY}. They are read once and may be asked for again. */
    public byte[] bytes() {
        byte[] known = bytes;
        if (known == null) {
            checkContentType();
            known = read();
            bytes = known;
        }
        return known;
    }

    private byte[] read() {
        // Another instance has checked the size, and has put in the ids that it made.
        int most = isForwarded() ? 2 * LARGEST_BODY : LARGEST_BODY;
        try (InputStream in = context.bodyInputStream()) {
            byte[] body = in.readNBytes(most + 1);
            if (body.length > most) {
                throw ProblemException.of(ProblemType.TOO_LARGE, "A body may have at most 1 MiB.");
            }
            return body;
        } catch (IOException gone) {
            throw ProblemException.of(ProblemType.MALFORMED, "The body ended before its end.");
        }
    }

    /** Refuses a body of another content type than the route's. */
    public void checkContentType() {
        String wanted =
                Objects.requireNonNull(route.body(), "a route without body").contentType();
        @Nullable String given = context.contentType();
        if (given != null && !given.toLowerCase(Locale.ROOT).startsWith(wanted)) {
            throw ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as " + wanted + ".");
        }
    }

    /** The exchange itself, for answers that are streams. */
    public Context exchange() {
        return context;
    }
}
