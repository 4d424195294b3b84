/** Tests of the drill's oracle. */
@NullMarked
package io.tributary.standalone.drill.oracle;

import org.jspecify.annotations.NullMarked;
