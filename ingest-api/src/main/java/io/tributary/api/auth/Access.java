package io.tributary.api.auth;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.topologies.intake.FactRules;

/** Whom a route is for, and the one place where it is decided whether a caller may touch a user's data. */
public enum Access {
    /** Everybody, without credentials. */
    ANYONE,
    /** Any caller with credentials. */
    CALLER,
    /** The user in the path or query themselves, service and admin. */
    USER,
    /** Service and admin. */
    OPERATOR;

    /** The name that stands for the caller's own user id in paths. */
    public static final String ME = "me";

    /**
     * Refuses a caller that the route is not for.
     *
     * @throws ProblemException 403
     */
    public void check(Caller caller) {
        if (this == OPERATOR && caller instanceof Caller.User) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "This is for operators.");
        }
    }

    /**
     * The user id that {@code named} stands for, once it is sure that the caller may touch that user's data.
     *
     * @throws ProblemException 400 for {@code me} of a caller who is nobody, 403 for somebody else's data, 422 for what
     *     can be no user id
     */
    public static String user(Caller caller, String named) {
        if (named.equals(ME)) {
            return self(caller);
        }
        if (!FactRules.isUserId(named)) {
            throw ProblemException.invalid(
                    "user", "user_id.format", "user must be 1 to 64 characters of A-Z a-z 0-9 . _ : @ -");
        }
        if (caller instanceof Caller.User user && !user.userId().equals(named)) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "This is another user's data.");
        }
        return named;
    }

    /**
     * The caller's own user id.
     *
     * @throws ProblemException 400 when the caller is no user
     */
    public static String self(Caller caller) {
        if (caller instanceof Caller.User user) {
            return user.userId();
        }
        throw ProblemException.of(
                ProblemType.MALFORMED, "The caller is no user: name the user whose data is meant instead of \"me\".");
    }
}
