/**
 * How far each partition has been processed, for reads that must see a write.
 *
 * <p>Belongs here: noting and waiting, in memory. Does not: what a token looks like, committed offsets, and what to do
 * when waiting was in vain.
 */
@NullMarked
package io.tributary.topologies.progress;

import org.jspecify.annotations.NullMarked;
