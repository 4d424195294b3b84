package io.tributary.topologies.insight;

import java.util.Collection;
import java.util.List;

/**
 * What a slice changes in the findings about its merchant.
 *
 * @param open findings that are new or say something else now
 * @param withdraw ids of findings whose ground has gone, if they are open
 * @param marks the open findings from now on, ordered by id
 */
record SliceOutcome(List<Finding> open, Collection<String> withdraw, List<Mark> marks) {}
