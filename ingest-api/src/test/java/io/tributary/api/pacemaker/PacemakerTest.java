package io.tributary.api.pacemaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.api.ingest.RawLogInMemory;
import io.tributary.avro.Continue;
import io.tributary.avro.Tick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.Test;

final class PacemakerTest {

    private final RawLogInMemory log = new RawLogInMemory(4);
    private final List<Continue> jobs = new ArrayList<>();

    @Test
    void shouldTickOnlyThePartitionsOfThisInstance() {
        try (Pacemaker pacemaker = pacemaker()) {
            pacemaker.tick();
        }
        assertThat(log.records()).containsExactly(new Tick("me"), new Tick("me"));
    }

    @Test
    void shouldAskForAStepOnceAndForTheNextAtOnce() {
        jobs.add(job(3));
        try (Pacemaker pacemaker = pacemaker()) {
            pacemaker.proceed();
            pacemaker.proceed();
            jobs.set(0, job(4));
            pacemaker.proceed();
        }
        assertThat(log.records()).containsExactly(new Continue("ada", "j", 3L), new Continue("ada", "j", 4L));
    }

    @Test
    void shouldLookOverAPartitionThatIsBeingMoved() {
        Pacemaker.RunningJobs moving = partition -> {
            throw new InvalidStateStoreException("moving");
        };
        try (Pacemaker pacemaker = new Pacemaker(log, partition -> true, moving, "me")) {
            pacemaker.proceed();
        }
        assertThat(log.records()).isEmpty();
    }

    @Test
    void shouldBeatOnWhateverABeatThrows() throws InterruptedException {
        CountDownLatch beats = new CountDownLatch(3);
        try (Pacemaker pacemaker = pacemaker()) {
            pacemaker.schedule(
                    () -> {
                        beats.countDown();
                        throw new IllegalStateException("not running");
                    },
                    Duration.ofMillis(1));
            assertThat(beats.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Pacemaker pacemaker() {
        return new Pacemaker(log, partition -> partition < 2, partition -> partition == 1 ? jobs : List.of(), "me");
    }

    private static Continue job(long step) {
        return new Continue("ada", "j", step);
    }
}
