package io.tributary.schemas.serde;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the serdes, under the keys that Confluent's serdes have. Each may carry the prefix {@code schema.registry.}
 * as there.
 *
 * @param registry how to reach the registry
 * @param schemaUse where a serializer gets its schema's id from
 * @param keySubjects how subjects of keys are named
 * @param valueSubjects how subjects of values are named
 */
public record SerdeConfig(
        RegistryConfig registry, SchemaUse schemaUse, SubjectNames keySubjects, SubjectNames valueSubjects) {

    /** Base addresses of the registry, separated by commas. */
    public static final String URL = "schema.registry.url";
    /** Whether a serializer registers its schema. */
    public static final String AUTO_REGISTER = "auto.register.schemas";
    /** Whether a serializer that does not register takes the subject's newest version. */
    public static final String USE_LATEST = "use.latest.version";
    /** Subject name strategy of keys. */
    public static final String KEY_SUBJECTS = "key.subject.name.strategy";
    /** Subject name strategy of values. */
    public static final String VALUE_SUBJECTS = "value.subject.name.strategy";
    /** Where credentials come from. */
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    /** The credentials themselves. */
    public static final String USER_INFO = "basic.auth.user.info";
    /** Whether generated classes are read; here always. */
    public static final String SPECIFIC_READER = "specific.avro.reader";
    /** How often a call is tried again. */
    public static final String MAX_RETRIES = "max.retries";
    /** First wait between tries. */
    public static final String RETRIES_WAIT_MS = "retries.wait.ms";
    /** Longest wait between tries. */
    public static final String RETRIES_MAX_WAIT_MS = "retries.max.wait.ms";
    /** How long a connection may take. */
    public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
    /** How long an answer may take. */
    public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";

    private static final String PREFIX = "schema.registry.";

    /** Every key with its default and what it means, for documentation. */
    public static ConfigDef definition() {
        return new ConfigDef()
                .define(URL, ConfigDef.Type.LIST, Importance.HIGH, "Base addresses of the registry, tried in turn.")
                .define(
                        AUTO_REGISTER,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.MEDIUM,
                        "Register schemas that are not there yet.")
                .define(
                        USE_LATEST,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "Without registering: take the newest version.")
                .define(
                        KEY_SUBJECTS,
                        ConfigDef.Type.STRING,
                        "TopicNameStrategy",
                        Importance.LOW,
                        "Subject names of keys.")
                .define(
                        VALUE_SUBJECTS,
                        ConfigDef.Type.STRING,
                        "TopicNameStrategy",
                        Importance.MEDIUM,
                        "Subject names of values.")
                .define(
                        CREDENTIALS_SOURCE,
                        ConfigDef.Type.STRING,
                        "URL",
                        ValidString.in("URL", "USER_INFO"),
                        Importance.MEDIUM,
                        "Credentials stand in the address (URL) or in " + USER_INFO + " (USER_INFO).")
                .define(USER_INFO, ConfigDef.Type.PASSWORD, "", Importance.MEDIUM, "user:password for USER_INFO.")
                .define(
                        SPECIFIC_READER,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.LOW,
                        "Read generated classes; must be true.")
                .define(
                        MAX_RETRIES,
                        ConfigDef.Type.INT,
                        3,
                        Range.between(0, 100),
                        Importance.LOW,
                        "Retries of a failed call.")
                .define(
                        RETRIES_WAIT_MS,
                        ConfigDef.Type.LONG,
                        100L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "First wait, in ms.")
                .define(
                        RETRIES_MAX_WAIT_MS,
                        ConfigDef.Type.LONG,
                        2000L,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Longest wait, in ms.")
                .define(
                        CONNECT_TIMEOUT_MS,
                        ConfigDef.Type.INT,
                        2000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "To connect, in ms.")
                .define(
                        READ_TIMEOUT_MS,
                        ConfigDef.Type.INT,
                        5000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "To answer, in ms.");
    }

    /**
     * Reads the settings out of a client's configuration; keys of other parts are ignored.
     *
     * @throws ConfigException naming the key, when one is missing or makes no sense
     */
    public static SerdeConfig from(Map<String, ?> configs) {
        Map<String, Object> parsed = definition().parse(unprefixed(configs));
        if (!(Boolean) value(parsed, SPECIFIC_READER)) {
            throw new ConfigException(SPECIFIC_READER, false, "must be true: records are read into generated classes");
        }
        return new SerdeConfig(
                registry(parsed),
                schemaUse(parsed),
                SubjectNames.parse(KEY_SUBJECTS, value(parsed, KEY_SUBJECTS)),
                SubjectNames.parse(VALUE_SUBJECTS, value(parsed, VALUE_SUBJECTS)));
    }

    private static Map<String, Object> unprefixed(Map<String, ?> configs) {
        Map<String, Object> known = new HashMap<>();
        for (String key : definition().names()) {
            Object value = configs.containsKey(key) ? configs.get(key) : configs.get(PREFIX + key);
            if (value != null) {
                known.put(key, value instanceof Class<?> type ? type.getName() : value);
            }
        }
        return known;
    }

    private static SchemaUse schemaUse(Map<String, Object> parsed) {
        if ((Boolean) value(parsed, AUTO_REGISTER)) {
            return SchemaUse.REGISTER;
        }
        return (Boolean) value(parsed, USE_LATEST) ? SchemaUse.LATEST : SchemaUse.LOOK_UP;
    }

    private static RegistryConfig registry(Map<String, Object> parsed) {
        List<URI> written = ((List<?>) value(parsed, URL))
                .stream().map(url -> address(url.toString())).toList();
        if (written.isEmpty()) {
            throw new ConfigException(URL, written, "must name at least one address");
        }
        long wait = (Long) value(parsed, RETRIES_WAIT_MS);
        long longest = (Long) value(parsed, RETRIES_MAX_WAIT_MS);
        return new RegistryConfig(
                written.stream().map(SerdeConfig::withoutCredentials).toList(),
                userInfo(parsed, written),
                Duration.ofMillis((Integer) value(parsed, CONNECT_TIMEOUT_MS)),
                Duration.ofMillis((Integer) value(parsed, READ_TIMEOUT_MS)),
                (Integer) value(parsed, MAX_RETRIES),
                Duration.ofMillis(wait),
                // Back-off needs room to grow; a longest wait below the first one means "always the first one".
                Duration.ofMillis(Math.max(longest, wait + 1)));
    }

    private static @Nullable String userInfo(Map<String, Object> parsed, List<URI> urls) {
        if ("USER_INFO".equals(value(parsed, CREDENTIALS_SOURCE))) {
            String given = ((Password) value(parsed, USER_INFO)).value();
            if (given.indexOf(':') < 0) {
                throw new ConfigException(
                        USER_INFO + " must be user:password when " + CREDENTIALS_SOURCE + " is USER_INFO");
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
            throw new ConfigException(URL + " must hold addresses like http://host:8081");
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

    private static Object value(Map<String, Object> parsed, String key) {
        return Objects.requireNonNull(parsed.get(key), key);
    }
}
