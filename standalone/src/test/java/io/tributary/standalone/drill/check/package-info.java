/** Tests of the drill's check. */
@NullMarked
package io.tributary.standalone.drill.check;

import org.jspecify.annotations.NullMarked;
