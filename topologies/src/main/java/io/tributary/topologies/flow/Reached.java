package io.tributary.topologies.flow;

/** What features are handed; says whom it is for. */
public interface Reached {

    /** Whom it is for. */
    Reach reach();
}
