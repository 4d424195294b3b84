package io.tributary.api.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.api.streams.Views;
import io.tributary.avro.Job;
import io.tributary.avro.JobKind;
import io.tributary.topologies.kpi.FxTable;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class UserReadingTest {

    private final KeyValueStore<Bytes, byte[]> jobs =
            Stores.inMemoryKeyValueStore("jobs").get();

    @Test
    void shouldTellOfAJobThatHasEndedSinceTheReadingBegan() {
        RestatingView before = new RestatingView(9, 10);
        assertThat(reading(before).restating()).isEqualTo(before);
        assertThat(reading(null).restating()).isNull();
    }

    @Test
    void shouldTellOfAJobThatHasBegunSinceTheReadingBegan() {
        Job job = new Job("j", "u1", JobKind.RESTATE_ALL, null, 1L, null, 3L, 7L, 0L, Instant.EPOCH, null);
        jobs.put(Keys.text('j', Keys.user("u1"), "j"), new RowCodec<Job>(Job.getClassSchema()).encode(job));
        assertThat(reading(null).restating()).isEqualTo(new RestatingView(3, 7));
    }

    private UserReading reading(@Nullable RestatingView before) {
        Views views = new Views((store, partition) -> jobs, () -> 1);
        return new UserReading(
                "u1", views, Optional.empty(), Instant.EPOCH, LocalDate.EPOCH, "EUR", new FxTable(), before);
    }
}
