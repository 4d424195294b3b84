/**
 * Typed findings: what is worth telling, on what ground, and when that ground has gone. Detectors are pure; which
 * findings are open is a function of the ledger's state, and only what goes out as an announcement depends on when it
 * was recorded. Whom to tell, how often and by which channel is not decided here.
 */
@NullMarked
package io.tributary.topologies.insight;

import org.jspecify.annotations.NullMarked;
