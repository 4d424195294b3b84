package io.tributary.topologies.ledger;

import io.tributary.avro.MonthlyAggregate;
import io.tributary.avro.UserState;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Rejected;
import org.apache.kafka.streams.kstream.KStream;

/**
 * What comes out of the ledger, all keyed by user id.
 *
 * @param changes every change of an entry
 * @param aggregates the changed cells of the monthly aggregates, as they now are
 * @param settings changed settings and jobs
 * @param jobsEnded jobs that have done their last step
 * @param rejected facts that break a rule only the state can tell
 * @param deadLetters records that a decision failed on
 */
public record LedgerStreams(
        KStream<String, LedgerChange> changes,
        KStream<String, MonthlyAggregate> aggregates,
        KStream<String, UserState> settings,
        KStream<String, JobEnded> jobsEnded,
        KStream<String, Rejected> rejected,
        KStream<String, DeadLetter> deadLetters) {}
