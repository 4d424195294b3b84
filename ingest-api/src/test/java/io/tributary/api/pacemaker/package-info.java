@NullMarked
package io.tributary.api.pacemaker;

import org.jspecify.annotations.NullMarked;
