/**
 * What is known by heart: merchants, structural rules, generic words, merchant category codes. Tables of the jar and the
 * automata that find their entries in a text; nothing here is learnt and nothing decides.
 */
@NullMarked
package io.tributary.topologies.classify.lexicon;

import org.jspecify.annotations.NullMarked;
