package io.tributary.schemas.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tributary.schemas.serde.RegistryHttp.Answer;
import io.tributary.schemas.serde.RegistryRefusedException.Reason;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** Speaks the registry API of Confluent, which Apicurio, Karapace, Redpanda and others speak too. Keeps nothing. */
public final class RegistryClient implements SchemaRegistry {

    private final RegistryHttp http;

    /** For a registry; nothing is sent yet. */
    public RegistryClient(RegistryConfig config) {
        this.http = new RegistryHttp(config);
    }

    @Override
    public int register(String subject, Schema schema) {
        Answer answer = http.post("/subjects/" + encoded(subject) + "/versions", body(schema));
        return id(accepted(answer, "subject " + subject + " for " + schema.getFullName()));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        Answer answer = http.post("/subjects/" + encoded(subject), body(schema));
        return id(accepted(answer, "subject " + subject + " for " + schema.getFullName()));
    }

    @Override
    public Registered latest(String subject) {
        JsonNode found = accepted(http.get("/subjects/" + encoded(subject) + "/versions/latest"), "subject " + subject);
        return new Registered(id(found), parse(found, "the newest version of subject " + subject));
    }

    @Override
    public Schema byId(int id) {
        JsonNode found = accepted(http.get("/schemas/ids/" + id), "schema id " + id);
        return parse(found, "schema id " + id);
    }

    @Override
    public boolean isCompatible(String subject, Schema schema) {
        Answer answer = http.post("/compatibility/subjects/" + encoded(subject) + "/versions/latest", body(schema));
        if (answer.status() == 404) {
            Reason reason = reason(answer);
            if (reason == Reason.UNKNOWN_SUBJECT || reason == Reason.UNKNOWN_VERSION) {
                return true;
            }
        }
        return accepted(answer, "subject " + subject + " for " + schema.getFullName())
                .path("is_compatible")
                .asBoolean();
    }

    @Override
    public void requireBackwardTransitive(String subject) {
        JsonNode rule = JsonNodeFactory.instance.objectNode().put("compatibility", "BACKWARD_TRANSITIVE");
        accepted(http.put("/config/" + encoded(subject), rule), "subject " + subject);
    }

    private Schema parse(JsonNode found, String what) {
        String type = found.path("schemaType").asText("AVRO");
        if (!"AVRO".equals(type)) {
            throw new RegistryRefusedException(
                    Reason.UNKNOWN_SCHEMA, "In the registry " + what + " is no Avro schema.");
        }
        Schema.Parser parser = new Schema.Parser();
        for (JsonNode reference : found.path("references")) {
            addReference(parser, reference);
        }
        try {
            return parser.parse(found.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new RegistryRefusedException(
                    Reason.UNKNOWN_SCHEMA, "In the registry " + what + " is no schema that Avro can read.");
        }
    }

    private void addReference(Schema.Parser parser, JsonNode reference) {
        String subject = reference.path("subject").asText();
        String version = reference.path("version").asText();
        JsonNode found = accepted(
                http.get("/subjects/" + encoded(subject) + "/versions/" + encoded(version)), "subject " + subject);
        for (JsonNode inner : found.path("references")) {
            addReference(parser, inner);
        }
        if (!parser.getTypes().containsKey(reference.path("name").asText())) {
            parser.parse(found.path("schema").asText());
        }
    }

    private static JsonNode accepted(Answer answer, String what) {
        if (answer.status() / 100 == 2) {
            return answer.body();
        }
        Reason reason = reason(answer);
        throw new RegistryRefusedException(reason, sentence(reason, what, answer.status()));
    }

    private static Reason reason(Answer answer) {
        return switch (answer.body().path("error_code").asInt(answer.status())) {
            case 40401 -> Reason.UNKNOWN_SUBJECT;
            case 40402 -> Reason.UNKNOWN_VERSION;
            case 40403 -> Reason.UNKNOWN_SCHEMA;
            case 409 -> Reason.INCOMPATIBLE;
            case 422, 42201, 42202, 42203 -> Reason.INVALID;
            case 401, 403, 40101, 40301 -> Reason.UNAUTHORISED;
            default -> Reason.OTHER;
        };
    }

    private static String sentence(Reason reason, String what, int status) {
        return switch (reason) {
            case UNKNOWN_SUBJECT -> "The schema registry has no " + what + ".";
            case UNKNOWN_VERSION -> "The schema registry has no such version of " + what + ".";
            case UNKNOWN_SCHEMA -> "The schema registry has no such schema: " + what + ".";
            case INCOMPATIBLE -> "The schema breaks the compatibility rule of " + what + ".";
            case INVALID -> "The schema registry takes the schema for invalid: " + what + ".";
            case UNAUTHORISED -> "The schema registry does not let these credentials in: " + what + ".";
            case OTHER -> "The schema registry answers " + status + ": " + what + ".";
        };
    }

    private static int id(JsonNode answer) {
        JsonNode id = answer.path("id");
        if (!id.canConvertToInt()) {
            throw new RegistryRefusedException(Reason.OTHER, "The schema registry answers without a schema id.");
        }
        return id.asInt();
    }

    private static JsonNode body(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", PublishedSchema.textOf(schema));
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
