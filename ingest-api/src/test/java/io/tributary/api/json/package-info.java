@NullMarked
package io.tributary.api.json;

import org.jspecify.annotations.NullMarked;
