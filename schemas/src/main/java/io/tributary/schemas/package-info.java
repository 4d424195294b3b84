/**
 * The contracts: which topics there are and what stands in them, how a key is written and which partition it belongs to,
 * and what money is.
 *
 * <p>Belongs here: what more than one module, or a producer outside, must agree on. Does not: decisions of any feature,
 * processing, and anything that does I/O (the serdes live in {@code serde}).
 */
@NullMarked
package io.tributary.schemas;

import org.jspecify.annotations.NullMarked;
