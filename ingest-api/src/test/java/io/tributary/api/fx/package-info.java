/** Tests of exchange rates. */
@NullMarked
package io.tributary.api.fx;

import org.jspecify.annotations.NullMarked;
