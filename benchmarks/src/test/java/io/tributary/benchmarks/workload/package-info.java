/** Tests of the package of the same name. */
@NullMarked
package io.tributary.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
