@NullMarked
package io.tributary.topologies.guard;

import org.jspecify.annotations.NullMarked;
