/** Labelled statement lines as files: read, judged, written. What the figures mean is the topologies' business. */
@NullMarked
package io.tributary.api.evaluate;

import org.jspecify.annotations.NullMarked;
