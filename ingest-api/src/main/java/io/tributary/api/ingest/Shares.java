package io.tributary.api.ingest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.api.json.Json;
import io.tributary.api.peers.OwnerPost;
import io.tributary.api.position.PositionToken;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Which instance takes which rows of a list: all rows of a user go the same way, so that they stay in their order. */
final class Shares {

    /** Numbers that are no money are doubles where they are written, and come out the same only as doubles. */
    private static final ObjectReader AS_WRITTEN =
            Json.mapper().reader().without(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final List<Reading.Fact> facts;
    private final List<Integer> here = new ArrayList<>();
    private final Map<URI, List<Integer>> elsewhere = new LinkedHashMap<>();

    private Shares(List<Reading.Fact> facts) {
        this.facts = facts;
    }

    /** Users whose rows nobody waits for stay here: to append, any instance will do. */
    static Shares of(List<Reading.Fact> facts, boolean wait, OwnerPost owner) {
        Set<String> awaited = new HashSet<>();
        for (Reading.Fact fact : facts) {
            if (wait || fact.isKeyed()) {
                awaited.add(fact.fact().getUserId());
            }
        }
        Map<String, Optional<URI>> owners = new HashMap<>();
        Shares shares = new Shares(facts);
        for (int row = 0; row < facts.size(); row++) {
            String user = facts.get(row).fact().getUserId();
            Optional<URI> instance =
                    awaited.contains(user) ? owners.computeIfAbsent(user, owner::elsewhere) : Optional.empty();
            instance.map(at -> shares.elsewhere.computeIfAbsent(at, unused -> new ArrayList<>()))
                    .orElse(shares.here)
                    .add(row);
        }
        return shares;
    }

    /** The rows to append here. */
    List<Integer> here() {
        return here;
    }

    /** Sends the others their rows of {@code list}, each with its id in it. */
    List<Sent> send(Request request, byte[] list, OwnerPost owner) {
        if (elsewhere.isEmpty()) {
            return List.of();
        }
        ArrayNode bodies = tree(list);
        List<Sent> sent = new ArrayList<>();
        elsewhere.forEach((instance, rows) -> {
            byte[] share =
                    Json.write(rows.stream().map(row -> identified(bodies, row)).toList());
            sent.add(new Sent(rows, owner.send(instance, request, share)));
        });
        return sent;
    }

    private JsonNode identified(ArrayNode bodies, int row) {
        ObjectNode body = (ObjectNode) bodies.get(row);
        Reading.Fact fact = facts.get(row);
        return fact.isKeyed() ? body : body.put("id", fact.id());
    }

    private static ArrayNode tree(byte[] list) {
        try {
            return (ArrayNode) PostList.EXACT.readTree(list);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a list that has been read before", impossible);
        }
    }

    /**
     * Rows that another instance was sent.
     *
     * @param rows which of the list
     * @param answer what it answers
     */
    record Sent(List<Integer> rows, CompletableFuture<Optional<Answer>> answer) {

        /** Waits for the answer and takes it over; false where there is none that says what became of the rows. */
        boolean arrived(Outcomes outcomes) {
            try {
                return answer.join()
                        .filter(taken -> taken.status() < 300)
                        .map(taken -> takeOver(taken, outcomes))
                        .orElse(false);
            } catch (CompletionException away) {
                return false;
            }
        }

        private boolean takeOver(Answer taken, Outcomes outcomes) {
            if (!(taken.body() instanceof Answer.Content content)) {
                return false;
            }
            JsonNode body = body(content.bytes());
            JsonNode accepted = body.path("accepted");
            if (accepted.size() != rows.size()) {
                return false;
            }
            outcomes.answered(
                    rows, accepted, PositionToken.parse(body.path("position").asText()));
            return true;
        }

        private static JsonNode body(byte[] bytes) {
            try {
                return AS_WRITTEN.readTree(bytes);
            } catch (IOException noAnswerOfOurs) {
                return MissingNode.getInstance();
            }
        }
    }
}
