/** Tests of figures. */
@NullMarked
package io.tributary.topologies.kpi;

import org.jspecify.annotations.NullMarked;
