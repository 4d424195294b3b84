@NullMarked
package io.tributary.api.peers;

import org.jspecify.annotations.NullMarked;
