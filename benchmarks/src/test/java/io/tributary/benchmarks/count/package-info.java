/** Tests of the package of the same name. */
@NullMarked
package io.tributary.benchmarks.count;

import org.jspecify.annotations.NullMarked;
