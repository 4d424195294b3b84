package io.tributary.schemas.serde;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the registry.
 *
 * @param urls base addresses, tried in turn, without credentials
 * @param userInfo {@code user:password} for basic authentication, or null
 * @param connectTimeout how long a connection may take
 * @param readTimeout how long an answer may take
 * @param maxRetries how often a call is tried again when all addresses failed
 * @param firstWait wait before the first retry; each further one waits twice as long
 * @param longestWait longest wait between two tries
 */
public record RegistryConfig(
        List<URI> urls,
        @Nullable String userInfo,
        Duration connectTimeout,
        Duration readTimeout,
        int maxRetries,
        Duration firstWait,
        Duration longestWait) {

    /** Copies the list, and refuses an empty one. */
    public RegistryConfig {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("schema.registry.url must name at least one address");
        }
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "RegistryConfig" + urls;
    }
}
