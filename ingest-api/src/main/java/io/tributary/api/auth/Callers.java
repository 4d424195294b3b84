package io.tributary.api.auth;

import io.javalin.http.Context;

/** Finds out who is asking. */
@FunctionalInterface
public interface Callers {

    /** The caller of a request; ends the request with 401 where credentials are given and wrong. */
    Caller of(Context request);

    /** Until there are accounts, every request is a trusted program's. */
    static Callers trusted() {
        Caller service = new Caller.Service();
        return request -> service;
    }
}
