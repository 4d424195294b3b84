package io.tributary.topologies.ledger;

import io.tributary.avro.MonthlyAggregate;
import io.tributary.avro.UserState;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Rejected;
import org.apache.kafka.streams.kstream.KStream;

/**
 * What comes out of the ledger, all keyed by user id.
 *
 * @param changes every change of an entry
 * @param aggregates the changed cells of the monthly aggregates, as they now are
 * @param settings changed settings and jobs
 * @param features what features are told, in its order: every change of an entry, jobs that have done their last step,
 *     and the ticks and continues behind them
 * @param rejected facts that break a rule only the state can tell
 * @param deadLetters records that a decision failed on
 */
public record LedgerStreams(
        KStream<String, LedgerChange> changes,
        KStream<String, MonthlyAggregate> aggregates,
        KStream<String, UserState> settings,
        KStream<String, Object> features,
        KStream<String, Rejected> rejected,
        KStream<String, DeadLetter> deadLetters) {}
