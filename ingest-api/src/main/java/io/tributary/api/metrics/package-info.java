/**
 * Measurements for Prometheus. No user id and no content ever becomes a label.
 */
@NullMarked
package io.tributary.api.metrics;

import org.jspecify.annotations.NullMarked;
