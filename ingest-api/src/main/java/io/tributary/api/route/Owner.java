package io.tributary.api.route;

import io.tributary.api.auth.Access;

/** Whose entity a path without a user means. */
public final class Owner {

    /** The parameter that names the owner. */
    public static final Param<String> USER =
            Param.text("user", "Whose it is; a user may leave it out and means their own.");

    private Owner() {}

    /** The owner, whom the caller may ask about: the caller, unless service or admin name somebody. */
    public static String of(Request request) {
        return request.find(USER)
                .map(named -> Access.user(request.caller(), named))
                .orElseGet(() -> Access.self(request.caller()));
    }
}
