package io.tributary.api.position;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import io.tributary.topologies.progress.PositionBoard;
import java.time.Duration;
import java.util.Map;

/** Makes reads see writes: waits until the state of a partition has seen what a token names. */
public final class Positions {

    /** How long a request waits for the state. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final PositionBoard board;
    private final GroupOffsets group;

    /** Looks at what this process has done, then at what the group has committed. */
    public Positions(PositionBoard board, GroupOffsets group) {
        this.board = board;
        this.group = group;
    }

    /** The token that a request carries. */
    public static PositionToken of(Request request) {
        return request.header(PositionToken.HEADER).map(PositionToken::parse).orElse(PositionToken.NONE);
    }

    /** The answer with a token that covers the request's own and {@code written}. */
    public static Answer with(Answer answer, Request request, PositionToken written) {
        return answer.with(PositionToken.HEADER, of(request).merge(written).text());
    }

    /**
     * Waits until a read of {@code partition} sees all that the request's token names there.
     *
     * @throws ProblemException 503 when that takes too long, or the partition leaves this process meanwhile
     */
    public void await(Request request, int partition) {
        Long offset = of(request).offsets().get(partition);
        if (offset != null && !reachesHere(partition, offset)) {
            throw ProblemException.unavailable("The state has not reached the given position yet.", RETRY_AFTER);
        }
    }

    /** Gives up at once where the partition leaves: whoever asked can still ask the one that gets it. */
    private boolean reachesHere(int partition, long offset) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        boolean owned = board.isOwned(partition);
        if (reaches(partition, offset, System.nanoTime() + LOOK.toNanos())) {
            return true;
        }
        try {
            while (System.nanoTime() < deadline && board.isOwned(partition) == owned) {
                if (board.await(Map.of(partition, offset), atMost(LOOK, deadline))) {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Whether the state of the partition has seen the offset, at the latest after {@link #PATIENCE}. */
    public boolean reaches(int partition, long offset) {
        return reaches(partition, offset, System.nanoTime() + PATIENCE.toNanos());
    }

    /** Whether the state of the partition has seen the offset, at the latest when the nano clock shows {@code deadline}. */
    public boolean reaches(int partition, long offset, long deadline) {
        Map<Integer, Long> wanted = Map.of(partition, offset);
        try {
            if (board.await(wanted, atMost(LOOK, deadline))) {
                return true;
            }
            // Right after a take-over nothing has been processed here, and an idle partition would stay unknown.
            if (board.position(partition).isEmpty()
                    && group.committed(partition).orElse(-1) >= offset) {
                return true;
            }
            return board.await(wanted, atMost(PATIENCE, deadline));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Duration atMost(Duration patience, long deadline) {
        return Duration.ofNanos(Math.max(0, Math.min(patience.toNanos(), deadline - System.nanoTime())));
    }

    /** Whether this process has the partition. */
    public boolean isOwned(int partition) {
        return board.isOwned(partition);
    }
}
