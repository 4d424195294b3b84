/**
 * Decodes and validates what comes in; re-sends what is misplaced, rejects what breaks a rule, dead-letters what cannot be read.
 */
@NullMarked
package io.tributary.topologies.intake;

import org.jspecify.annotations.NullMarked;
