package io.tributary.topologies.insight;

import io.tributary.avro.Insight;
import io.tributary.topologies.state.StoreNames;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the findings of users and sends the revisions that are announced, keyed by user. Node {@value #NODE}, store
 * {@code insights}, key types {@code i} and {@code m}.
 *
 * <p>A transaction that changes no finding costs at most one look-up, none at a merchant that is on the heap. One that
 * does: a look-up and a put per finding, and one put for the merchant.
 */
final class InsightProcessor implements Processor<String, Ground, String, Insight> {

    /** The node's name. */
    static final String NODE = "insight-detect";

    private final InsightConfig config;
    private @Nullable ProcessorContext<String, Insight> context;
    private @Nullable InsightUpdate update;

    InsightProcessor(InsightConfig config) {
        this.config = config;
    }

    @Override
    public void init(ProcessorContext<String, Insight> opened) {
        context = opened;
        update = new InsightUpdate(config, opened.getStateStore(StoreNames.INSIGHTS));
    }

    @Override
    public void process(Record<String, Ground> ground) {
        for (Insight revision : apply(ground.value())) {
            if (revision.getAnnounced()) {
                Objects.requireNonNull(context)
                        .forward(ground.withKey(revision.getUserId()).withValue(revision));
            }
        }
    }

    private List<Insight> apply(Ground ground) {
        InsightUpdate task = Objects.requireNonNull(update);
        if (ground instanceof Ground.OfMerchant merchant) {
            return task.slice(merchant.slice());
        }
        if (ground instanceof Ground.OfEntry entry) {
            return task.change(entry.change());
        }
        return task.job(((Ground.OfJob) ground).ended());
    }
}
