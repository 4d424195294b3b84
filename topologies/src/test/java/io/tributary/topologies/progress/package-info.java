/** Tests of progress, with threads where threads matter. */
@NullMarked
package io.tributary.topologies.progress;

import org.jspecify.annotations.NullMarked;
