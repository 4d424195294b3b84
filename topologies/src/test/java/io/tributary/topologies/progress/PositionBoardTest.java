package io.tributary.topologies.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PositionBoardTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    private final PositionBoard board = new PositionBoard();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void shouldNotKnowWhatItWasNotTold() throws InterruptedException {
        assertThat(board.position(0)).isEmpty();
        assertThat(board.isOwned(0)).isFalse();
        assertThat(board.await(Map.of(0, 0L), Duration.ZERO)).isFalse();
        assertThat(board.await(Map.of(), Duration.ZERO)).isTrue();
    }

    @Test
    void shouldKnowHowFarAPartitionIs() throws InterruptedException {
        board.opened(2);
        board.reached(2, 10);

        assertThat(board.isOwned(2)).isTrue();
        assertThat(board.position(2)).isEqualTo(OptionalLong.of(10));
        assertThat(board.await(Map.of(2, 10L), Duration.ZERO)).isTrue();
        assertThat(board.await(Map.of(2, 11L), Duration.ZERO)).isFalse();
        assertThat(board.await(Map.of(2, 10L, 3, 0L), Duration.ZERO)).isFalse();
    }

    @Test
    void shouldForgetAtEveryOpeningAndClosing() throws InterruptedException {
        board.opened(0);
        board.reached(0, 10);
        board.closed(0);

        assertThat(board.position(0)).isEmpty();
        assertThat(board.isOwned(0)).isFalse();

        board.opened(0);

        assertThat(board.isOwned(0)).isTrue();
        assertThat(board.position(0)).isEmpty();
        assertThat(board.await(Map.of(0, 5L), Duration.ZERO)).isFalse();
    }

    @Test
    void shouldWakeAWaiterOnlyWhenEveryPartitionIsFarEnough() {
        CompletableFuture<Void> both = board.when(Map.of(0, 5L, 1, 7L));

        board.reached(0, 9);
        board.reached(1, 6);
        assertThat(both).isNotDone();

        board.reached(1, 7);
        assertThat(both).isCompleted();
        assertThat(board.waiting()).isZero();
    }

    @Test
    void shouldKeepWaitersAcrossARebalance() {
        CompletableFuture<Void> waiter = board.when(Map.of(0, 5L));

        board.opened(0);
        board.reached(0, 4);
        board.closed(0);
        board.opened(0);
        assertThat(waiter).isNotDone();

        board.reached(0, 5);
        assertThat(waiter).isCompleted();
    }

    @Test
    void shouldForgetWaitersThatGaveUp() throws InterruptedException {
        board.opened(0);

        assertThat(board.await(Map.of(0, 5L, 1, 5L), Duration.ofMillis(1))).isFalse();
        board.when(Map.of(0, 5L)).cancel(false);

        assertThat(board.waiting()).isZero();
    }

    @Test
    void shouldWakeEveryOneOfManyWaitersWhileThreadsMoveOn() throws Exception {
        int last = 20_000;
        List<Future<Boolean>> waits = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            long offset = last - i * 311L;
            waits.add(threads.submit(() -> board.await(Map.of(0, offset, 1, offset), LONG)));
        }
        List<Future<?>> movers = new ArrayList<>();
        for (int partition = 0; partition < 2; partition++) {
            int mine = partition;
            movers.add(threads.submit(() -> {
                board.opened(mine);
                for (int offset = 0; offset <= last; offset++) {
                    board.reached(mine, offset);
                }
            }));
        }

        for (Future<?> mover : movers) {
            mover.get(60, TimeUnit.SECONDS);
        }
        for (Future<Boolean> wait : waits) {
            assertThat(wait.get(90, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(board.waiting()).isZero();
    }

    @Test
    void shouldNeverLoseAWakeUpThatRacesWithTheWait() throws Exception {
        for (int round = 0; round < 2_000; round++) {
            long offset = round;
            Future<Boolean> wait = threads.submit(() -> board.await(Map.of(0, offset), LONG));
            board.reached(0, offset);
            assertThat(wait.get(90, TimeUnit.SECONDS)).isTrue();
        }
    }
}
