/**
 * Exchange rates: the route and the file format by which they come in, the topic that keeps them, and the tail that has
 * them ready for reading. What is done with them is in {@code topologies.kpi}.
 */
@NullMarked
package io.tributary.api.fx;

import org.jspecify.annotations.NullMarked;
