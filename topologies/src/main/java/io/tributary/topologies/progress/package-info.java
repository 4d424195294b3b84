/**
 * How far each partition has been processed, for reads that must see a write.
 */
@NullMarked
package io.tributary.topologies.progress;

import org.jspecify.annotations.NullMarked;
