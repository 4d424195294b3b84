/** Tests of the package of the same name. */
@NullMarked
package io.tributary.benchmarks.load;

import org.jspecify.annotations.NullMarked;
