@NullMarked
package io.tributary.api.route;

import org.jspecify.annotations.NullMarked;
