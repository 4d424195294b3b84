package io.tributary.api.route;

import io.tributary.api.json.Json;
import io.tributary.api.problem.Problem;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;

/** What instances say to each other about a request that one of them has passed on. No client needs to know of it. */
public final class PassedOn {

    /** The header of a request that another instance was asked: once passed on is often enough. */
    public static final String HEADER = "Tributary-Forwarded";

    /** The header of an answer that says: I have not what you ask for, and nothing has been done. */
    public static final String NOT_HERE = "Tributary-Not-Here";

    private static final byte[] PROBLEM =
            Json.write(ProblemException.of(ProblemType.UNAVAILABLE, "The state is being moved or restored.")
                    .problem(null));

    private PassedOn() {}

    /** The answer to a request that was passed on to the wrong instance. */
    public static Answer notHere() {
        return Answer.of(ProblemType.UNAVAILABLE.status(), new Answer.Content(Problem.CONTENT_TYPE, PROBLEM.clone()))
                .with("Retry-After", "1")
                .with(NOT_HERE, "true");
    }
}
