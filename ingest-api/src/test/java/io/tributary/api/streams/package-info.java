@NullMarked
package io.tributary.api.streams;

import org.jspecify.annotations.NullMarked;
