/**
 * Figures that are computed when they are read: the KPIs, roll-ups of the totals and the conversion to one currency. Pure
 * functions of the totals; knows no store.
 */
@NullMarked
package io.tributary.topologies.kpi;

import org.jspecify.annotations.NullMarked;
