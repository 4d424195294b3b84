@NullMarked
package io.tributary.api.live;

import org.jspecify.annotations.NullMarked;
