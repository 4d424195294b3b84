package io.tributary.topologies;

import io.tributary.topologies.insight.InsightConfig;
import io.tributary.topologies.ledger.LedgerConfig;
import io.tributary.topologies.merchant.MerchantConfig;

/**
 * Settings of all features.
 *
 * @param partitions partitions of the raw topic
 * @param ledger the ledger's
 * @param merchant the merchant feature's
 * @param insight the insight feature's
 */
public record PipelineConfig(int partitions, LedgerConfig ledger, MerchantConfig merchant, InsightConfig insight) {

    /** Refuses what makes no sense. */
    public PipelineConfig {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions: " + partitions + ": must be 1 or more");
        }
    }

    /** What fits most, for a raw topic of so many partitions. */
    public static PipelineConfig defaults(int partitions) {
        return new PipelineConfig(partitions, LedgerConfig.defaults(), MerchantConfig.DEFAULTS, InsightConfig.DEFAULTS);
    }
}
