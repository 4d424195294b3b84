@NullMarked
package io.tributary.standalone;

import org.jspecify.annotations.NullMarked;
