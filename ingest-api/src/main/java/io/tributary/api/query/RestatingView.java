package io.tributary.api.query;

import io.tributary.avro.Job;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says that a job is restating history, so that an answer may still change.
 *
 * @param done rows done
 * @param total rows there were when it started
 */
public record RestatingView(long done, long total) {

    /** All running jobs of a user together; null where none runs. */
    static @Nullable RestatingView of(List<Job> running) {
        return running.isEmpty()
                ? null
                : new RestatingView(
                        running.stream().mapToLong(Job::getDone).sum(),
                        running.stream().mapToLong(Job::getTotal).sum());
    }
}
