/**
 * What travels from one feature to the next, and the ports between them. Features know this package, not each other.
 */
@NullMarked
package io.tributary.topologies.flow;

import org.jspecify.annotations.NullMarked;
