package io.tributary.topologies.merchant;

/**
 * Settings of the merchant feature.
 *
 * @param cachedSlices merchants of users whose newest hits a task keeps decoded on the heap; about 5 kB each
 */
public record MerchantConfig(int cachedSlices) {

    /** Hits in a slice. What detectors find depends on it, so it is no setting. */
    public static final int SLICE = 48;

    /** What is used unless the configuration says otherwise. */
    public static final MerchantConfig DEFAULTS = new MerchantConfig(10_000);

    /** Refuses a cache of nothing. */
    public MerchantConfig {
        if (cachedSlices < 1) {
            throw new IllegalArgumentException("merchant.cached-slices=" + cachedSlices + ": must be at least 1");
        }
    }
}
