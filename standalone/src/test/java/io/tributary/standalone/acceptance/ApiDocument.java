package io.tributary.standalone.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the server says of itself in its OpenAPI document, and whether an answer is like that. */
final class ApiDocument {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;
    private final JsonNode components;

    private ApiDocument(JsonNode document) {
        this.document = document;
        this.components = closed(document.at("/components"));
    }

    static ApiDocument of(HttpApi api) {
        return new ApiDocument(api.get("/openapi.json").json());
    }

    /**
     * A documented operation.
     *
     * @param method the HTTP method
     * @param path the path with {@code {names}}
     * @param described what the document says of it
     */
    record Operation(String method, String path, JsonNode described) {
        String name() {
            return method + " " + path;
        }

        @Override
        public String toString() {
            return name();
        }

        Set<Integer> statuses() {
            Set<Integer> statuses = new TreeSet<>();
            described.at("/responses").fieldNames().forEachRemaining(status -> statuses.add(Integer.valueOf(status)));
            return statuses;
        }

        /** The content type of an answer. */
        String contentType(int status) {
            return content(status).fieldNames().next();
        }

        /** The content type of the body it reads; null where it reads none. */
        @Nullable
        String reads() {
            JsonNode content = described.at("/requestBody/content");
            return content.isMissingNode() ? null : content.fieldNames().next();
        }

        /** Its query parameters. */
        List<JsonNode> query() {
            return StreamSupport.stream(described.at("/parameters").spliterator(), false)
                    .filter(parameter -> parameter.at("/in").asText().equals("query"))
                    .toList();
        }

        private JsonNode content(int status) {
            return described.at("/responses/" + status + "/content");
        }
    }

    /** All operations. */
    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.at("/paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(
                        new Operation(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
            }
        }
        return operations;
    }

    /** The operation of a name such as {@code GET /docs}. */
    Operation operation(String name) {
        return operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The document knows no operation " + name + "."));
    }

    /** How a body differs from what the document says of an operation's answer; a field it does not name is one. */
    Set<ValidationMessage> differences(Operation operation, int status, JsonNode body) {
        return differences(operation.content(status), body);
    }

    /** How what is sent differs from what the document says that an operation reads; only of JSON. */
    Set<ValidationMessage> requestDifferences(Operation operation, String body) {
        return "application/json".equals(operation.reads())
                ? differences(operation.described().at("/requestBody/content"), HttpApi.json(body))
                : Set.of();
    }

    private Set<ValidationMessage> differences(JsonNode content, JsonNode body) {
        ObjectNode schema = content.iterator().next().get("schema").deepCopy();
        schema.set("components", components);
        return SCHEMAS.getSchema(schema, STRICT).validate(body);
    }

    /** The schemas with nothing allowed that they do not name, for clients can rely only on what is written down. */
    private static JsonNode closed(JsonNode components) {
        JsonNode copy = components.deepCopy();
        for (JsonNode schema : copy.at("/schemas")) {
            if (schema.has("properties") && !schema.has("allOf") && !schema.has("additionalProperties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        }
        return copy;
    }
}
