package io.tributary.api.docs;

import java.util.List;

/**
 * What an instance has of the shared work.
 *
 * @param partitions how many there are
 * @param here those that this instance has, ready to answer
 */
public record PartitionsView(int partitions, List<Integer> here) {}
