/**
 * What goes wrong, as RFC 9457 problem details: the kinds, and the one map from exceptions to them. No handler writes an error itself.
 */
@NullMarked
package io.tributary.api.problem;

import org.jspecify.annotations.NullMarked;
