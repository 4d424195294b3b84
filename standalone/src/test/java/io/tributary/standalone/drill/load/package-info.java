/** Tests of the drill's load. */
@NullMarked
package io.tributary.standalone.drill.load;

import org.jspecify.annotations.NullMarked;
