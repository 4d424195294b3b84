package io.tributary.api.ingest;

import io.tributary.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of a line of a stream.
 *
 * @param row the line, from 1
 * @param id the transaction's id, once the log has it
 * @param problem why it was refused
 */
public record StreamRow(
        long row, @Nullable String id, @Nullable Problem problem) {}
