/**
 * The commands of the command line. Edges: the only place where everything that can go wrong becomes one sentence.
 */
@NullMarked
package io.tributary.api.cli;

import org.jspecify.annotations.NullMarked;
