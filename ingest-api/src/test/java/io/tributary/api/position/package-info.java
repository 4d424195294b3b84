@NullMarked
package io.tributary.api.position;

import org.jspecify.annotations.NullMarked;
