/**
 * Insights as they are announced: one tail of the topic for all listeners, and where a listener left off.
 */
@NullMarked
package io.tributary.api.live;

import org.jspecify.annotations.NullMarked;
