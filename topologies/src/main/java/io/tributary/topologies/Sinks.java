package io.tributary.topologies;

import io.tributary.avro.BucketOverride;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Insight;
import io.tributary.avro.Job;
import io.tributary.avro.MerchantCorrection;
import io.tributary.avro.MonthlyAggregate;
import io.tributary.avro.UserRule;
import io.tributary.avro.UserState;
import io.tributary.schemas.EntityKey;
import io.tributary.schemas.Topic;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerde;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.Rejected;
import io.tributary.topologies.intake.DeadLetterProcessor;
import io.tributary.topologies.intake.RejectionRecords;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** Writes the flow's results to their topics: how each is keyed, partitioned and encoded. */
final class Sinks {

    private final SchemaRegistry registry;
    private final SchemaUse schemas;

    Sinks(SchemaRegistry registry, SchemaUse schemas) {
        this.registry = registry;
        this.schemas = schemas;
    }

    void transactions(KStream<String, LedgerChange> changes) {
        changes.map(Sinks::transaction, Named.as("transactions-record"))
                .to(Topics.EXPENSES_PARSED.name(), by(Topics.EXPENSES_PARSED, "transactions-sink"));
    }

    void aggregates(KStream<String, MonthlyAggregate> cells) {
        cells.selectKey(
                        (user, cell) -> EntityKey.of(
                                        user,
                                        cell.getMonth(),
                                        cell.getCurrency(),
                                        cell.getCategory(),
                                        cell.getBucket().name())
                                .text(),
                        Named.as("aggregates-key"))
                .to(Topics.AGGREGATES_MONTHLY.name(), by(Topics.AGGREGATES_MONTHLY, "aggregates-sink"));
    }

    void settings(KStream<String, UserState> settings) {
        settings.selectKey(
                        (key, state) -> EntityKey.compose(state.getUserId(), entityOf(state)), Named.as("settings-key"))
                .to(Topics.USERS_STATE.name(), by(Topics.USERS_STATE, "settings-sink"));
    }

    void insights(KStream<String, Insight> insights) {
        insights.to(Topics.INSIGHTS_EVENTS.name(), by(Topics.INSIGHTS_EVENTS, "insights-sink"));
    }

    void rejected(KStream<String, Rejected> rejected) {
        rejected.mapValues(RejectionRecords::of, Named.as("rejected-record"))
                .to(Topics.EXPENSES_REJECTED.name(), by(Topics.EXPENSES_REJECTED, "rejected-sink"));
    }

    void deadLetters(KStream<String, DeadLetter> deadLetters) {
        deadLetters
                .process(DeadLetterProcessor::new, Named.as("dead-letters-record"))
                .to(
                        Topics.DEAD_LETTERS.name(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("dead-letters-sink"));
    }

    void misplaced(KStream<String, byte[]> misplaced) {
        misplaced.to(
                Topics.EXPENSES_RAW.name(),
                Produced.with(Serdes.String(), Serdes.ByteArray())
                        .withName("misplaced-sink")
                        .withStreamPartitioner(new UserPartitioner<>()));
    }

    private <V extends SpecificRecord> Produced<String, V> by(Topic<String, V> topic, String node) {
        return Produced.with(Serdes.String(), AvroSerde.of(topic, registry, schemas))
                .withName(node)
                .withStreamPartitioner(new UserPartitioner<>());
    }

    /** A null, which compaction takes for erasure, where the entry is gone for good. */
    private static KeyValue<String, ClassifiedTransaction> transaction(String user, LedgerChange change) {
        ClassifiedTransaction entry = change.after();
        ClassifiedTransaction named = Objects.requireNonNull(entry == null ? change.before() : entry);
        return KeyValue.pair(EntityKey.compose(user, named.getTransactionId()), entry);
    }

    private static String entityOf(UserState state) {
        Object body = state.getBody();
        if (body instanceof UserRule rule) {
            return "rule|" + rule.getRuleId();
        }
        if (body instanceof MerchantCorrection correction) {
            return "correction|" + correction.getMerchantKey();
        }
        if (body instanceof BucketOverride bucket) {
            return "bucket|" + bucket.getCategory();
        }
        return body instanceof Job job ? "job|" + job.getJobId() : "profile";
    }
}
