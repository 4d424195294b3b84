/**
 * Figures that are computed when they are read: the KPIs, roll-ups of the totals and the conversion to one currency. Pure
 * functions of the totals and of exchange rates; knows no store, no clock and no other feature.
 */
@NullMarked
package io.tributary.topologies.kpi;

import org.jspecify.annotations.NullMarked;
