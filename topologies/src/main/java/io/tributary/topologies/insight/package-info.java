/**
 * Typed findings: what is worth telling, on what ground, and when that ground has gone.
 */
@NullMarked
package io.tributary.topologies.insight;

import org.jspecify.annotations.NullMarked;
