package io.tributary.api.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.api.json.Json;
import io.tributary.api.problem.Problem;
import io.tributary.api.problem.ProblemType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the OpenAPI 3.1 document of a route table, so that what is documented is what is served. */
public final class OpenApi {

    private static final Pattern NAME = Pattern.compile("\\{([a-z_]+)}");
    private static final Set<ProblemType> ALWAYS =
            EnumSet.of(ProblemType.MALFORMED, ProblemType.INTERNAL, ProblemType.UNAVAILABLE);

    private final String version;
    private final TypeSchemas schemas = new TypeSchemas();

    /** A document of the service's version. */
    public OpenApi(String version) {
        this.version = version;
    }

    /** The document of {@code routes}, as JSON. */
    public byte[] document(List<Route> routes) {
        ObjectNode root = Json.mapper().createObjectNode().put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "Tributary")
                .put("version", version)
                .put("description", "The open real-time engine for personal finance.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        root.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = root.putObject("paths");
        routes.forEach(route -> paths.withObjectProperty(route.path())
                .set(route.method().name().toLowerCase(Locale.ROOT), operation(route)));
        schemas.reference(Problem.class);
        root.putObject("components").set("schemas", schemas.definitions());
        return Json.write(root);
    }

    private ObjectNode operation(Route route) {
        ObjectNode operation = Json.mapper().createObjectNode();
        operation.putArray("tags").add(route.tag());
        operation.put("summary", route.summary());
        operation.put("operationId", operationId(route));
        operation.put("description", "For: " + route.access().name().toLowerCase(Locale.ROOT) + ".");
        ArrayNode parameters = operation.putArray("parameters");
        names(route.path()).forEach(name -> pathParameter(parameters, name));
        route.params().forEach(param -> queryParameter(parameters, param));
        Body body = route.body();
        if (body != null) {
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .putObject("content")
                    .putObject(body.contentType())
                    .set("schema", bodySchema(body));
        }
        operation.set("responses", responses(route));
        return operation;
    }

    private ObjectNode bodySchema(Body body) {
        ObjectNode one = schemas.reference(body.type());
        if (!body.alternative()) {
            return one;
        }
        ObjectNode either = Json.mapper().createObjectNode();
        ArrayNode choices = either.putArray("oneOf").add(one);
        // Another reference, not a copy: references get their target when the definitions are collected.
        choices.addObject().put("type", "array").put("maxItems", 1000).set("items", schemas.reference(body.type()));
        return either;
    }

    private ObjectNode responses(Route route) {
        ObjectNode responses = Json.mapper().createObjectNode();
        route.replies().forEach(reply -> reply(responses, reply));
        problems(route).forEach((status, description) -> responses
                .putObject(Integer.toString(status))
                .put("description", description)
                .putObject("content")
                .putObject(Problem.CONTENT_TYPE)
                .set("schema", schemas.reference(Problem.class)));
        return responses;
    }

    /** Answers that share a status and a content type are alternatives. */
    private void reply(ObjectNode responses, Reply reply) {
        ObjectNode response = responses.withObjectProperty(Integer.toString(reply.status()));
        String before = response.path("description").asText();
        response.put("description", before.isEmpty() ? reply.description() : before + " " + reply.description());
        ObjectNode content = response.withObjectProperty("content").withObjectProperty(reply.contentType());
        JsonNode other = content.get("schema");
        if (other == null) {
            content.set("schema", replySchema(reply));
        } else if (other.get("oneOf") instanceof ArrayNode choices) {
            choices.add(replySchema(reply));
        } else {
            content.putObject("schema").putArray("oneOf").add(other).add(replySchema(reply));
        }
    }

    private ObjectNode replySchema(Reply reply) {
        return reply.type() == null
                ? Json.mapper().createObjectNode().put("type", reply.isJson() ? "object" : "string")
                : schemas.reference(reply.type());
    }

    /** Kinds that share a status share a line. */
    private static Map<Integer, String> problems(Route route) {
        Set<ProblemType> types = EnumSet.copyOf(ALWAYS);
        types.addAll(route.problems());
        Map<Integer, String> byStatus = new TreeMap<>();
        types.forEach(type -> byStatus.merge(type.status(), type.title(), (one, other) -> one + "; " + other));
        return byStatus;
    }

    private static void pathParameter(ArrayNode parameters, String name) {
        parameters
                .addObject()
                .put("name", name)
                .put("in", "path")
                .put("required", true)
                .putObject("schema")
                .put("type", "string");
    }

    private static void queryParameter(ArrayNode parameters, Param<?> param) {
        parameters
                .addObject()
                .put("name", param.name())
                .put("in", "query")
                .put("required", false)
                .put("description", param.description())
                .set("schema", Json.mapper().valueToTree(new TreeMap<>(param.schema())));
    }

    private static String operationId(Route route) {
        String path = route.path().replace(Route.BASE, "").replaceAll("[^a-z]+", "_");
        return route.method().name().toLowerCase(Locale.ROOT) + path.replaceAll("_+$", "");
    }

    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(path);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
