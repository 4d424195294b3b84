/**
 * How long a clean restart takes: the shipped command as a process of its own, on state that is there.
 */
@NullMarked
package io.tributary.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
