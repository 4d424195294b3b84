/**
 * What every measurement stands on: one broker and one registry, each a process of its own, their topics, and the facts
 * loaded into them. Nothing here measures.
 */
@NullMarked
package io.tributary.benchmarks.stage;

import org.jspecify.annotations.NullMarked;
