package io.tributary.schemas.serde;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;

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

    private static final String PREFIX = "schema.registry.";

    /**
     * Reads the settings out of a client's configuration; keys of other parts are ignored.
     *
     * @throws ConfigException naming the key, when one is missing or makes no sense
     */
    public static SerdeConfig from(Map<String, ?> configs) {
        Map<String, Object> parsed = SerdeKeys.definition().parse(unprefixed(configs));
        if (!(Boolean) value(parsed, SerdeKeys.SPECIFIC_READER)) {
            throw new ConfigException(
                    SerdeKeys.SPECIFIC_READER, false, "must be true: records are read into generated classes");
        }
        return new SerdeConfig(
                RegistryConfig.of(parsed),
                schemaUse(parsed),
                SubjectNames.parse(SerdeKeys.KEY_SUBJECTS, value(parsed, SerdeKeys.KEY_SUBJECTS)),
                SubjectNames.parse(SerdeKeys.VALUE_SUBJECTS, value(parsed, SerdeKeys.VALUE_SUBJECTS)));
    }

    private static Map<String, Object> unprefixed(Map<String, ?> configs) {
        Map<String, Object> known = new HashMap<>();
        for (String key : SerdeKeys.definition().names()) {
            Object value = configs.containsKey(key) ? configs.get(key) : configs.get(PREFIX + key);
            if (value != null) {
                known.put(key, value instanceof Class<?> type ? type.getName() : value);
            }
        }
        return known;
    }

    private static SchemaUse schemaUse(Map<String, Object> parsed) {
        if ((Boolean) value(parsed, SerdeKeys.AUTO_REGISTER)) {
            return SchemaUse.REGISTER;
        }
        return (Boolean) value(parsed, SerdeKeys.USE_LATEST) ? SchemaUse.LATEST : SchemaUse.LOOK_UP;
    }

    static Object value(Map<String, Object> parsed, String key) {
        return Objects.requireNonNull(parsed.get(key), key);
    }
}
