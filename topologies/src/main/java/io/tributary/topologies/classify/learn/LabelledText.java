package io.tributary.topologies.classify.learn;

import io.tributary.avro.Direction;
import io.tributary.topologies.taxonomy.Category;

/**
 * One example to learn from.
 *
 * @param text the line
 * @param direction which way the money went
 * @param primary the right primary
 * @param weight how much the example counts
 */
public record LabelledText(String text, Direction direction, Category primary, float weight) {}
