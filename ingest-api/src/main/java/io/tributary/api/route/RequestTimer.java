package io.tributary.api.route;

import java.time.Duration;

/** Is told of every answered request, by the path's template and never by its parts. */
@FunctionalInterface
public interface RequestTimer {

    /** A request of {@code route} was answered with {@code status} after {@code took}. */
    void answered(Route route, int status, Duration took);
}
