/**
 * Long work in steps, deadlines and verdicts: the shared mechanisms that tick and continue.
 */
@NullMarked
package io.tributary.topologies.job;

import org.jspecify.annotations.NullMarked;
