package io.tributary.api.route;

import io.javalin.http.HandlerType;
import io.tributary.api.auth.Access;
import io.tributary.api.problem.ProblemType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One route: all that the router, the documentation and the tests need to know of it, said once.
 *
 * @param method the HTTP method
 * @param path the path with {@code {names}}
 * @param summary what it does, in one line
 * @param tag the chapter of the documentation
 * @param access whom it is for
 * @param body what it reads; null where it reads nothing
 * @param params its query parameters
 * @param replies its answers, the usual one first
 * @param problems the problems that are its own; those of every route come on top
 * @param endpoint what does it
 */
public record Route(
        HandlerType method,
        String path,
        String summary,
        String tag,
        Access access,
        @Nullable Body body,
        List<Param<?>> params,
        List<Reply> replies,
        Set<ProblemType> problems,
        Endpoint endpoint) {

    /** Where everything that is not at the root stands. */
    public static final String BASE = "/api/v1";

    /** Whether the path names the user whose data it is about. */
    public boolean isOfUser() {
        return path.contains("{user}");
    }

    /** Whether it answers without end. */
    public boolean isStream() {
        return replies.stream().anyMatch(reply -> reply.contentType().equals("text/event-stream"));
    }

    /** Starts the description of a route. */
    public static Builder of(HandlerType method, String path, String summary) {
        return new Builder(method, path, summary);
    }

    /** A route being described. */
    public static final class Builder {

        private final HandlerType method;
        private final String path;
        private final String summary;
        private final List<Param<?>> params = new ArrayList<>();
        private final List<Reply> replies = new ArrayList<>();
        private final Set<ProblemType> problems = EnumSet.noneOf(ProblemType.class);
        private String tag = "System";
        private Access access = Access.USER;
        private @Nullable Body body;

        private Builder(HandlerType method, String path, String summary) {
            this.method = method;
            this.path = path;
            this.summary = summary;
        }

        /** In this chapter. */
        public Builder tag(String chapter) {
            this.tag = chapter;
            return this;
        }

        /** For these callers. */
        public Builder access(Access needed) {
            this.access = needed;
            return this;
        }

        /** Reads a JSON body. */
        public Builder reads(Type type) {
            return reads(Body.json(type));
        }

        /** Reads a body. */
        public Builder reads(Body content) {
            this.body = content;
            problems.add(ProblemType.TOO_LARGE);
            problems.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
            problems.add(ProblemType.INVALID);
            return this;
        }

        /** Has query parameters. */
        public Builder params(Param<?>... more) {
            params.addAll(List.of(more));
            return this;
        }

        /** Answers in JSON. */
        public Builder answers(int status, Type type, String description) {
            return answers(Reply.json(status, type, description));
        }

        /** Answers. */
        public Builder answers(Reply reply) {
            replies.add(reply);
            return this;
        }

        /** Has problems of its own. */
        public Builder problems(ProblemType... more) {
            problems.addAll(List.of(more));
            return this;
        }

        /** Done by this. */
        public Route by(Endpoint endpoint) {
            if (path.contains("{user}") || params.contains(Owner.USER)) {
                // What can be no user id is a rule broken, whatever the route.
                problems.add(ProblemType.INVALID);
            }
            return new Route(
                    method,
                    path,
                    summary,
                    tag,
                    access,
                    body,
                    List.copyOf(params),
                    List.copyOf(replies),
                    Set.copyOf(problems),
                    endpoint);
        }
    }
}
