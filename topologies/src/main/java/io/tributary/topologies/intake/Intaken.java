package io.tributary.topologies.intake;

import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Origin;
import io.tributary.topologies.flow.Rejected;

/** What intake makes of one record of the raw topic; exactly one of these. */
sealed interface Intaken {

    /** Valid, and this partition's. */
    record Accepted(String userId, Input input) implements Intaken {}

    /** Readable, but breaks a rule. */
    record Refused(Rejected rejected) implements Intaken {}

    /** Not readable. */
    record Unreadable(DeadLetter deadLetter) implements Intaken {}

    /** Another partition's: to be sent there as it is, and not looked at here. */
    record Misplaced(Origin origin, String userId) implements Intaken {}
}
