package io.tributary.topologies.flow;

import io.tributary.avro.Job;

/**
 * A job has done its last step.
 *
 * @param origin the record that made the last step
 * @param job the job as it ended
 */
public record JobEnded(Origin origin, Job job) {}
