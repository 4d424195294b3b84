/** Tests of what travels between features. */
@NullMarked
package io.tributary.topologies.flow;

import org.jspecify.annotations.NullMarked;
