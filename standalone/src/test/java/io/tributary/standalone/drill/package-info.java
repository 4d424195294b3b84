/** Tests of the drill: its parts, and a short drill. */
@NullMarked
package io.tributary.standalone.drill;

import org.jspecify.annotations.NullMarked;
