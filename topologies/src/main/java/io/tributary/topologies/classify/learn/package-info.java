/**
 * What is learnt from examples: features of a text, the linear model over them, and how often each kind of decision has
 * been right. Only {@code TribuoModel} knows the library that learns; deciding needs arrays alone.
 */
@NullMarked
package io.tributary.topologies.classify.learn;

import org.jspecify.annotations.NullMarked;
