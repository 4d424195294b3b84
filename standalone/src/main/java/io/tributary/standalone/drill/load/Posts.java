package io.tributary.standalone.drill.load;

import io.tributary.standalone.drill.load.Api.Call;
import io.tributary.standalone.drill.load.Api.Reply;
import io.tributary.standalone.drill.oracle.Content;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/** Users post transactions, and post again what was not answered, as clients do. */
final class Posts {
    static final String KEY = "Idempotency-Key";
    static final String PATH = "/transactions";

    private static final int LIST = 20;

    private final Hands hands;
    private final Bodies bodies;
    private final Random random;
    private final String prefix;
    private long number;

    /** With ids that begin with {@code prefix}. */
    Posts(Hands hands, Bodies bodies, Random random, String prefix) {
        this.hands = hands;
        this.bodies = bodies;
        this.random = random;
        this.prefix = prefix;
    }

    /** Waits for the verdict. */
    void waited(String user) throws InterruptedException {
        String id = nextId();
        Content content = hands.contents().any(random);
        Reply reply = hands.api().settled(Call.of("POST", PATH + "?wait=true", bodies.transaction(user, id, content)));
        expectCreated(user, id, reply);
        hands.oracle().fact(user, id, 0, content);
    }

    /** Does not wait, and reads with the token what was written. */
    void read(String user) throws InterruptedException {
        String id = nextId();
        Content content = hands.contents().any(random);
        Reply reply = hands.api().accepted(Call.of("POST", PATH, bodies.transaction(user, id, content)));
        if (reply.status() != 202) {
            hands.findings().add("A post of %s was answered %d %s".formatted(user, reply.status(), reply.text()));
            return;
        }
        hands.oracle().fact(user, id, 0, content);
        String token = reply.header(Api.POSITION);
        hands.answers().write(user, id, token);
        Reply seen = hands.api()
                .settled(Call.get("/users/" + user + "/transactions/" + id).with(Api.POSITION, token));
        if (seen.status() != 200 || !Bodies.minorIs(seen.json(), content.minor(), content.currency())) {
            hands.findings()
                    .add("A read with the token of its write does not see transaction %s of %s: %d %s"
                            .formatted(id, user, seen.status(), seen.text()));
        }
    }

    /** A list that is not waited for. */
    void list(String user) throws InterruptedException {
        Map<String, Content> sent = new LinkedHashMap<>();
        for (int i = 0; i < LIST; i++) {
            sent.put(nextId(), hands.contents().any(random));
        }
        String body = sent.entrySet().stream()
                .map(row -> bodies.transaction(user, row.getKey(), row.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
        Reply reply = hands.api().accepted(Call.of("POST", PATH, body));
        if (reply.status() == 202) {
            sent.forEach((id, content) -> hands.oracle().fact(user, id, 0, content));
        } else {
            hands.findings().add("A list of %s was answered %d %s".formatted(user, reply.status(), reply.text()));
        }
    }

    /** Under a key, which later is repeated and tried with other content. */
    Reply keyed(String user) throws InterruptedException {
        String key = nextId();
        Content content = hands.contents().any(random);
        String body = bodies.transaction(user, "", content);
        String other =
                bodies.transaction(user, "", content.withMinor(hands.contents().usersMinor(random)));
        Reply reply = post(key, body);
        String id = reply.json().path("id").asText();
        expectCreated(user, id, reply);
        hands.oracle().fact(user, id, 0, content);
        hands.answers().key(new Answers.Key(user, key, body, other, id));
        return reply;
    }

    /** Two contents under one key at the same time: one of them wins. */
    void raced(String user) throws InterruptedException {
        String key = nextId();
        Content one = hands.contents().any(random);
        Content two = one.withMinor(hands.contents().usersMinor(random));
        String first = bodies.transaction(user, "", one);
        String second = bodies.transaction(user, "", two);
        CompletableFuture<Reply> racing = CompletableFuture.supplyAsync(() -> uninterrupted(key, second));
        Reply answer = post(key, first);
        Reply other = racing.join();
        boolean won = answer.status() < 300;
        if (won == other.status() < 300 || Math.max(answer.status(), other.status()) != 422) {
            hands.findings()
                    .add("Two contents under one key of %s were answered %d and %d"
                            .formatted(user, answer.status(), other.status()));
        }
        String id = (won ? answer : other).json().path("id").asText();
        hands.oracle().fact(user, id, 0, won ? one : two);
        hands.answers().key(new Answers.Key(user, key, won ? first : second, won ? second : first, id));
    }

    private Reply uninterrupted(String key, String body) {
        try {
            return post(key, body);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CompletionException(stop);
        }
    }

    private Reply post(String key, String body) throws InterruptedException {
        return hands.api().settled(new Call("POST", PATH, Map.of(KEY, key), body));
    }

    /** A new id is new, unless an earlier attempt, which nobody answered, was carried out. */
    private void expectCreated(String user, String id, Reply reply) {
        if (reply.status() != 201 && !(reply.status() == 200 && !reply.first())) {
            hands.findings()
                    .add("A new transaction %s of %s was answered %d %s"
                            .formatted(id, user, reply.status(), reply.text()));
        }
    }

    private String nextId() {
        return prefix + Long.toString(++number, Character.MAX_RADIX);
    }
}
