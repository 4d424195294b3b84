package io.tributary.schemas.serde;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The text under which a schema is registered: without the hints that code generation leaves for Java, so that the
 * schema is the same one whether a Java class or the file in a producer's repository is registered.
 */
final class PublishedSchema {

    private static final String JAVA_STRING = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private PublishedSchema() {}

    static String textOf(Schema schema) {
        try {
            return JSON.writeValueAsString(bare(JSON.readTree(schema.toString())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro wrote a schema that is not JSON: " + schema.getFullName(), e);
        }
    }

    /** True when records written with one are laid out byte for byte as with the other. */
    static boolean sameLayout(Schema one, Schema other) {
        return SchemaNormalization.toParsingForm(one).equals(SchemaNormalization.toParsingForm(other));
    }

    private static JsonNode bare(JsonNode node) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, bare(array.get(i)));
            }
        } else if (node instanceof ObjectNode object) {
            object.remove(JAVA_STRING);
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> object.set(name, bare(object.get(name))));
            if (object.size() == 1 && object.path("type").isTextual()) {
                return object.get("type");
            }
        }
        return node;
    }
}
