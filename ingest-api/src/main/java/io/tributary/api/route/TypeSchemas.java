package io.tributary.api.route;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import io.tributary.api.json.Decimal;
import io.tributary.api.json.Json;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of the records that routes read and answer, each once, under {@code #/components/schemas}. */
final class TypeSchemas {

    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE =
            new PropertyNamingStrategies.SnakeCaseStrategy();
    private static final Map<Class<?>, Map<String, Object>> TEXTS = Map.of(
            Instant.class, Map.of("type", "string", "format", "date-time"),
            LocalDate.class, Map.of("type", "string", "format", "date"),
            YearMonth.class, Map.of("type", "string", "pattern", "^\\d{4}-\\d{2}$"),
            Decimal.class, Map.of("type", List.of("string", "number"), "description", "A decimal number."));

    private final SchemaBuilder builder;

    TypeSchemas() {
        SchemaGeneratorConfigBuilder config =
                new SchemaGeneratorConfigBuilder(Json.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE));
        config.with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.NULLABLE_FIELDS_BY_DEFAULT,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.without(Option.SCHEMA_VERSION_INDICATOR);
        config.forFields()
                .withPropertyNameOverrideResolver(field -> SNAKE.translate(field.getDeclaredName()))
                .withNullableCheck(TypeSchemas::isNullable)
                // What is null is left out, everything else is always there.
                .withRequiredCheck(field -> !isNullable(field));
        config.forTypesInGeneral()
                .withCustomDefinitionProvider((type, context) -> text(type))
                .withDefinitionNamingStrategy((key, context) -> name(key.getType()));
        this.builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
    }

    /** The reference to a type's schema, which {@link #definitions} then holds. */
    ObjectNode reference(Type type) {
        return builder.createSchemaReference(type);
    }

    /** All schemas that were referred to. */
    ObjectNode definitions() {
        return builder.collectDefinitions("components/schemas");
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static com.github.victools.jsonschema.generator.@Nullable CustomDefinition text(ResolvedType type) {
        Map<String, Object> schema = TEXTS.get(type.getErasedType());
        return schema == null
                ? null
                : new com.github.victools.jsonschema.generator.CustomDefinition(
                        Json.mapper().valueToTree(schema),
                        com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType.INLINE,
                        com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion.YES);
    }

    private static String name(ResolvedType type) {
        StringBuilder name = new StringBuilder(type.getErasedType().getSimpleName());
        type.getTypeParameters().forEach(parameter -> name.append("Of").append(name(parameter)));
        return name.toString().replaceAll("[^A-Za-z0-9]", "");
    }
}
