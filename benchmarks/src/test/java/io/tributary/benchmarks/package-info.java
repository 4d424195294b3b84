/** Tests of the package of the same name. */
@NullMarked
package io.tributary.benchmarks;

import org.jspecify.annotations.NullMarked;
