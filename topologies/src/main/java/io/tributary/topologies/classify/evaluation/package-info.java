/**
 * How good a classifier is on labelled lines, whoever labelled them. Counts and figures; nothing here is on the way of a
 * transaction, and nothing here reads or writes files.
 */
@NullMarked
package io.tributary.topologies.classify.evaluation;

import org.jspecify.annotations.NullMarked;
