/**
 * What a transaction is: normalised text, merchant, category, bucket and how sure that is. Pure but for the processor; knows no store.
 */
@NullMarked
package io.tributary.topologies.classify;

import org.jspecify.annotations.NullMarked;
