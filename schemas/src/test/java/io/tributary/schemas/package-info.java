/** Tests of the contracts, and builders with dull defaults that the tests of every module use. */
@NullMarked
package io.tributary.schemas;

import org.jspecify.annotations.NullMarked;
