/**
 * Routes of figures: summary, aggregates, KPIs and dashboard. The figures are computed in {@code topologies.kpi}; here they
 * are asked for and shown. No arithmetic.
 */
@NullMarked
package io.tributary.api.figures;

import org.jspecify.annotations.NullMarked;
