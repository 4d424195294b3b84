package io.tributary.topologies.flow;

import io.tributary.avro.Job;

/**
 * A job has done its last step.
 *
 * @param origin the record that made the last step
 * @param job the job as it ended
 * @param restated true when it is told again, to a feature that is rebuilt
 * @param reach whom it is for
 */
public record JobEnded(Origin origin, Job job, boolean restated, Reach reach) implements Reached {

    /** A job that has just ended, for everybody. */
    public JobEnded(Origin origin, Job job) {
        this(origin, job, false, Reach.EVERYBODY);
    }
}
