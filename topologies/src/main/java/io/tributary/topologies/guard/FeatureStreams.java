package io.tributary.topologies.guard;

import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import org.apache.kafka.streams.kstream.KStream;

/**
 * What features are fed with, all keyed by user id.
 *
 * @param changes changes of entries
 * @param jobsEnded jobs that have done their last step
 * @param deadLetters records that a feature failed on
 */
public record FeatureStreams(
        KStream<String, LedgerChange> changes,
        KStream<String, JobEnded> jobsEnded,
        KStream<String, DeadLetter> deadLetters) {}
