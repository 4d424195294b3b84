package io.tributary.topologies;

import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.guard.GuardConfig;
import io.tributary.topologies.insight.InsightConfig;
import io.tributary.topologies.insight.InsightTopology;
import io.tributary.topologies.ledger.LedgerConfig;
import io.tributary.topologies.merchant.MerchantConfig;
import io.tributary.topologies.merchant.MerchantTopology;
import java.util.List;

/**
 * Settings of all features.
 *
 * @param partitions partitions of the raw topic
 * @param ledger the ledger's
 * @param merchant the merchant feature's
 * @param insight the insight feature's
 * @param guard the guard's
 * @param features the features that are on, each after those it needs
 */
public record PipelineConfig(
        int partitions,
        LedgerConfig ledger,
        MerchantConfig merchant,
        InsightConfig insight,
        GuardConfig guard,
        List<Feature> features) {

    private static final List<Feature> ALL = List.of(MerchantTopology.FEATURE, InsightTopology.FEATURE);

    /** Refuses what makes no sense. */
    public PipelineConfig {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: " + partitions + ": must be 1 or more");
        }
        features = List.copyOf(features);
    }

    /** What fits most, for a raw topic of so many partitions. */
    public static PipelineConfig defaults(int partitions) {
        return new PipelineConfig(
                partitions,
                LedgerConfig.defaults(),
                MerchantConfig.DEFAULTS,
                InsightConfig.DEFAULTS,
                GuardConfig.DEFAULTS,
                ALL);
    }

    /** The same with another ledger. */
    public PipelineConfig with(LedgerConfig other) {
        return new PipelineConfig(partitions, other, merchant, insight, guard, features);
    }

    /** The same with another guard. */
    public PipelineConfig with(GuardConfig other) {
        return new PipelineConfig(partitions, ledger, merchant, insight, other, features);
    }

    /** The same with these features on and no others. */
    public PipelineConfig only(List<Feature> on) {
        return new PipelineConfig(partitions, ledger, merchant, insight, guard, on);
    }

    /** Whether a feature is on, in whatever version. */
    boolean has(Feature feature) {
        return features.stream().anyMatch(on -> on.name().equals(feature.name()));
    }
}
