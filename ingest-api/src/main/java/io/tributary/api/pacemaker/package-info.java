/**
 * Time and long work as records: ticks to every partition, continues to running jobs. Knows no topology.
 */
@NullMarked
package io.tributary.api.pacemaker;

import org.jspecify.annotations.NullMarked;
