/** Tests of the routes of figures. */
@NullMarked
package io.tributary.api.figures;

import org.jspecify.annotations.NullMarked;
