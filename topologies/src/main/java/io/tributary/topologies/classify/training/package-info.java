/**
 * How the build makes the model: the examples of {@code src/main/training}, the folds that measure how often decisions
 * are right, the file. Runs in the build and in evaluations; nothing here is on the way of a transaction.
 */
@NullMarked
package io.tributary.topologies.classify.training;

import org.jspecify.annotations.NullMarked;
