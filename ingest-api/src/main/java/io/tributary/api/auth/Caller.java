package io.tributary.api.auth;

/** Who is asking. Every handler gets one and nothing else to decide access by. */
public sealed interface Caller {

    /** A trusted program: posts and reads for anyone, is nobody itself. */
    record Service() implements Caller {}

    /**
     * A person, who sees only their own data.
     *
     * @param userId their user id
     */
    record User(String userId) implements Caller {}

    /**
     * Somebody who runs the service: sees all.
     *
     * @param name for the audit trail
     */
    record Admin(String name) implements Caller {}
}
