/**
 * Decodes and validates what comes in; re-sends what is misplaced, rejects what breaks a rule, dead-letters what cannot
 * be read.
 *
 * <p>Belongs here: the rules of facts and commands, ids derived from keys, and how rejections and dead letters
 * are written. Does not: anything that needs to know what came before.
 */
@NullMarked
package io.tributary.topologies.intake;

import org.jspecify.annotations.NullMarked;
