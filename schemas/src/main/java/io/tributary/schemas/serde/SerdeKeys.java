package io.tributary.schemas.serde;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** The keys of the serdes' settings, as Confluent's serdes name them, with defaults and meaning. */
public final class SerdeKeys {

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

    private SerdeKeys() {}

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
}
