package io.tributary.standalone.drill.load;

import io.tributary.standalone.drill.oracle.Findings;
import io.tributary.standalone.drill.oracle.Oracle;

/**
 * What everybody who makes requests has at hand.
 *
 * @param api where requests go
 * @param oracle told of what is answered
 * @param contents makes up what is said
 * @param targets transactions of the feed
 * @param answers kept, to be asked for again
 * @param findings takes what is not as it must be
 * @param tally counts
 */
record Hands(
        Api api, Oracle oracle, Contents contents, Targets targets, Answers answers, Findings findings, Tally tally) {}
