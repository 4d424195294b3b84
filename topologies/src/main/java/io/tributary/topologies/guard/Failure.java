package io.tributary.topologies.guard;

import io.tributary.topologies.flow.Feature;

/**
 * A throw out of a feature's node.
 *
 * @param feature the feature
 * @param thrown what it threw
 */
record Failure(Feature feature, Throwable thrown) {

    /** A stable word for it; no message, which may hold content of the record. */
    String cause() {
        return thrown.getClass().getSimpleName();
    }

    /** Where it was thrown. */
    String place() {
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length == 0 ? "unknown" : stack[0].toString();
    }
}
