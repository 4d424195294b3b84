/**
 * {@code ./tributary bench}: the command, what it is asked for, and the order in which things are measured. What is
 * measured is in the packages below, one each; nothing here is needed in production.
 */
@NullMarked
package io.tributary.benchmarks;

import org.jspecify.annotations.NullMarked;
