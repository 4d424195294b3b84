/**
 * What a statement line says before anybody knows what it means: its words, and the words that name the merchant. Pure;
 * knows no category.
 */
@NullMarked
package io.tributary.topologies.classify.text;

import org.jspecify.annotations.NullMarked;
