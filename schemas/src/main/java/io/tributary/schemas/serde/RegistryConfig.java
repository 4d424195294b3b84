package io.tributary.schemas.serde;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
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

    /** Reads the settings out of a parsed configuration. */
    static RegistryConfig of(Map<String, Object> parsed) {
        List<URI> written = ((List<?>) SerdeConfig.value(parsed, SerdeKeys.URL))
                .stream().map(url -> address(url.toString())).toList();
        if (written.isEmpty()) {
            throw new ConfigException(SerdeKeys.URL, written, "must name at least one address");
        }
        long wait = (Long) SerdeConfig.value(parsed, SerdeKeys.RETRIES_WAIT_MS);
        long longest = (Long) SerdeConfig.value(parsed, SerdeKeys.RETRIES_MAX_WAIT_MS);
        return new RegistryConfig(
                written.stream().map(RegistryConfig::withoutCredentials).toList(),
                userInfo(parsed, written),
                Duration.ofMillis((Integer) SerdeConfig.value(parsed, SerdeKeys.CONNECT_TIMEOUT_MS)),
                Duration.ofMillis((Integer) SerdeConfig.value(parsed, SerdeKeys.READ_TIMEOUT_MS)),
                (Integer) SerdeConfig.value(parsed, SerdeKeys.MAX_RETRIES),
                Duration.ofMillis(wait),
                // Back-off needs room to grow; a longest wait below the first one means "always the first one".
                Duration.ofMillis(Math.max(longest, wait + 1)));
    }

    private static @Nullable String userInfo(Map<String, Object> parsed, List<URI> urls) {
        if ("USER_INFO".equals(SerdeConfig.value(parsed, SerdeKeys.CREDENTIALS_SOURCE))) {
            String given = ((Password) SerdeConfig.value(parsed, SerdeKeys.USER_INFO)).value();
            if (given.indexOf(':') < 0) {
                throw new ConfigException(SerdeKeys.USER_INFO + " must be user:password when "
                        + SerdeKeys.CREDENTIALS_SOURCE + " is USER_INFO");
            }
            return given;
        }
        return urls.stream()
                .map(URI::getUserInfo)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static URI address(String url) {
        URI uri = parse(url.strip());
        if (uri == null || uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
            // The value may hold a password, so it is not repeated.
            throw new ConfigException(SerdeKeys.URL + " must hold addresses like http://host:8081");
        }
        return uri;
    }

    private static @Nullable URI parse(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static URI withoutCredentials(URI uri) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return URI.create(uri.getScheme() + "://" + uri.getHost() + port + path);
    }
}
