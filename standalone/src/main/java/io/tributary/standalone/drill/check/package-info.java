/**
 * Comparisons of what is served and published with what the oracle expects; each difference is a finding. Reads, and
 * changes nothing.
 */
@NullMarked
package io.tributary.standalone.drill.check;

import org.jspecify.annotations.NullMarked;
