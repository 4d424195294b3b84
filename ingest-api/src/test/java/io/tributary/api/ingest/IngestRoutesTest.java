package io.tributary.api.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.Javalin;
import io.tributary.api.auth.Callers;
import io.tributary.api.json.Json;
import io.tributary.api.position.PositionToken;
import io.tributary.api.position.Positions;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Detour;
import io.tributary.api.route.PassedOn;
import io.tributary.api.route.Problems;
import io.tributary.api.route.Route;
import io.tributary.api.route.Router;
import io.tributary.api.streams.Views;
import io.tributary.avro.Bucket;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.ChangeKind;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.avro.FactVersion;
import io.tributary.avro.Money;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.TransactionStatus;
import io.tributary.avro.UserCommand;
import io.tributary.topologies.progress.PositionBoard;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class IngestRoutesTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final String VALID = "{\"user_id\":\"ada\",\"amount\":9999999999999.99,\"currency\":\"EUR\","
            + "\"description\":\"A\",\"occurred_at\":\"2026-11-30\"}";
    private static final String CORRECTION = "{\"category\":\"FOOD_AND_DRINK\",\"apply_to\":\"merchant\"}";

    private final RawLogInMemory log = new RawLogInMemory(1);
    private final KeyValueStore<Bytes, byte[]> ledger =
            Stores.inMemoryKeyValueStore("ledger").get();
    private final OtherInstance owner = new OtherInstance();
    private final HttpClient client = HttpClient.newHttpClient();
    private boolean stateIsHere = true;
    private final Javalin javalin = serve();

    @AfterEach
    void stop() {
        javalin.stop();
    }

    @Test
    void shouldLetTheUsersInstanceAnswerWhoeverWaits() throws Exception {
        owner.answers(Answer.of(201, new CommandView("x", "DONE", null, null, null, null, null)));
        assertThat(post("/transactions?wait=true", VALID).statusCode()).isEqualTo(201);
        assertThat(log.records()).isEmpty();
        TransactionBody sent = Json.read(owner.asked().get(0).getBytes(StandardCharsets.UTF_8), TransactionBody.class);
        assertThat(sent.id()).isNotBlank();
        assertThat(owner.asked().get(0)).contains("9999999999999.99");
    }

    @Test
    void shouldAnswerHereWhereNobodyWaits() throws Exception {
        owner.answers(Answer.ok("elsewhere"));
        assertThat(post("/transactions", VALID).statusCode()).isEqualTo(202);
        assertThat(owner.asked()).isEmpty();
        assertThat(log.records()).hasSize(1);
    }

    @Test
    void shouldTakeItHereWhereTheUsersInstanceIsAway() throws Exception {
        owner.isAway();
        HttpResponse<String> response = post("/transactions?wait=true", VALID);
        assertThat(response.statusCode()).isEqualTo(202);
        assertThat(response.headers().firstValue("Tributary-Position")).isPresent();
        TransactionBody sent = Json.read(owner.asked().get(0).getBytes(StandardCharsets.UTF_8), TransactionBody.class);
        assertThat(log.records()).singleElement().satisfies(fact -> assertThat(((RawTransaction) fact).getId())
                .isEqualTo(sent.id()));
    }

    @Test
    void shouldAnswer202WhereTheLogHasItAndTheStateIsAway() throws Exception {
        stateIsHere = false;
        assertThat(post("/transactions?wait=true", VALID).statusCode()).isEqualTo(202);
        assertThat(post("/transactions/t1/category?user=ada", CORRECTION.replace("merchant", "this"))
                        .statusCode())
                .isEqualTo(202);
        assertThat(log.records()).hasSize(2);
    }

    @Test
    void shouldCorrectTheMerchantThatTheUserSees() throws Exception {
        put("tesco");
        assertThat(post("/transactions/t1/category?user=ada", CORRECTION).statusCode())
                .isEqualTo(202);
        assertThat(log.records()).singleElement().satisfies(command -> assertThat(
                        ((CategoriseTransaction) ((UserCommand) command).getBody()).getMerchantKey())
                .isEqualTo("tesco"));
    }

    @Test
    void shouldRefuseToCorrectAMerchantThatNobodyKnows() throws Exception {
        assertThat(post("/transactions/t1/category?user=ada", CORRECTION).statusCode())
                .isEqualTo(404);
        put("");
        HttpResponse<String> response = post("/transactions/t1/category?user=ada", CORRECTION);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(response.body()).contains("merchant_key.known");
        assertThat(log.records()).isEmpty();
    }

    @Test
    void shouldAskForEachRowTheInstanceThatHasItsUser() throws Exception {
        owner.hasAllBut("ada");
        String theirs = VALID.replace("ada", "bob");
        owner.answers(Answer.of(
                200,
                new Answer.Content(
                        "application/json",
                        ("{\"accepted\":[{\"id\":\"b1\",\"status\":\"created\",\"odd\":1.0E-4},"
                                        + "{\"id\":\"b2\",\"status\":\"refused\"}],\"position\":\""
                                        + PositionToken.at(7, 70).text() + "\"}")
                                .getBytes(StandardCharsets.UTF_8))));
        HttpResponse<String> response =
                post("/transactions?wait=true", "[" + String.join(",", theirs, VALID, theirs) + "]");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"odd\":1.0E-4");
        JsonNode rows = Json.mapper().readTree(response.body()).path("accepted");
        assertThat(rows)
                .extracting(row -> row.path("status").asText())
                .containsExactly("created", "refused", "refused");
        assertThat(rows.get(0).path("id").asText()).isEqualTo("b1");
        assertThat(rows.get(2).path("id").asText()).isEqualTo("b2");
        assertThat(log.records()).singleElement().satisfies(fact -> assertThat(((RawTransaction) fact).getUserId())
                .isEqualTo("ada"));
        assertThat(PositionToken.parse(response.headers()
                                .firstValue("Tributary-Position")
                                .orElseThrow())
                        .offsets())
                .isEqualTo(Map.of(0, 0L, 7, 70L));
        List<TransactionBody> sent =
                Json.readList(owner.asked().get(0).getBytes(StandardCharsets.UTF_8), TransactionBody.class);
        assertThat(sent).hasSize(2).allMatch(row -> row.id() != null && "bob".equals(row.userId()));
        assertThat(owner.asked().get(0)).contains("9999999999999.99");
    }

    @Test
    void shouldTakeRowsHereWhoseInstanceIsAwayOrHasThemNot() throws Exception {
        owner.hasAllBut("ada");
        owner.isAway();
        String list = "[" + VALID.replace("ada", "bob") + "," + VALID + "]";
        assertThat(post("/transactions?wait=true", list).statusCode()).isEqualTo(200);
        assertThat(log.records()).hasSize(2);
        owner.refuses();
        assertThat(post("/transactions?wait=true", list).statusCode()).isEqualTo(200);
        assertThat(log.records()).hasSize(4);
    }

    @Test
    void shouldKeepRowsOfOneUserTogetherAndOthersHereWhereNobodyWaits() throws Exception {
        owner.hasAllBut("ada");
        owner.refuses();
        String keyed = VALID.replace("ada", "bob").replace("{", "{\"idempotency_key\":\"k\",");
        String list = "[" + String.join(",", VALID.replace("ada", "bob"), keyed, VALID.replace("ada", "cy")) + "]";
        assertThat(post("/transactions", list).statusCode()).isEqualTo(202);
        assertThat(Json.readList(owner.asked().get(0).getBytes(StandardCharsets.UTF_8), TransactionBody.class))
                .hasSize(2)
                .allMatch(row -> "bob".equals(row.userId()));
    }

    @Test
    void shouldDoNothingForAnotherInstanceWithUsersThatItHasNot() throws Exception {
        owner.hasAllBut("ada");
        String theirs = VALID.replace("ada", "bob");
        for (String body : List.of(theirs, "[" + VALID + "," + theirs + "]")) {
            HttpResponse<String> response = post("/transactions?wait=true", body, PassedOn.HEADER, "OWNER");
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue(PassedOn.NOT_HERE)).isPresent();
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        }
        assertThat(log.records()).isEmpty();
        assertThat(owner.asked()).isEmpty();
        assertThat(post("/transactions?wait=true", "[" + VALID + "]", PassedOn.HEADER, "OWNER")
                        .statusCode())
                .isEqualTo(200);
    }

    private Javalin serve() {
        Views views = new Views((store, partition) -> store(store), log::partitions);
        // The group has come as far as anybody asks for: what is read is what a test has put there.
        Positions positions = new Positions(new PositionBoard(), partition -> OptionalLong.of(Long.MAX_VALUE));
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        Commands commands = new Commands(log, positions, views, clock);
        List<Route> routes = new IngestRoutes(log, commands, positions, views, clock, owner).routes();
        Router router =
                new Router(routes, Callers.trusted(), Detour.none(), (route, status, took) -> {}, new Problems());
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    router.install(config);
                })
                .start("127.0.0.1", 0);
    }

    private KeyValueStore<Bytes, byte[]> store(String name) {
        if (!stateIsHere) {
            throw new InvalidStateStoreException("moving");
        }
        return name.equals("ledger")
                ? ledger
                : Stores.inMemoryKeyValueStore(name).get();
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + javalin.port() + Route.BASE + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void put(String merchantKey) {
        ClassifiedTransaction entry = ClassifiedTransaction.newBuilder()
                .setUserId("ada")
                .setTransactionId("t1")
                .setVersion(1)
                .setChangeKind(ChangeKind.CREATED)
                .setAmount(new Money(1299L, "GBP"))
                .setDirection(Direction.OUTFLOW)
                .setDescription("some statement line")
                .setOccurredAt(NOON)
                .setLocalDay(LocalDate.of(2026, 12, 1))
                .setSortAt(NOON)
                .setMerchantName("")
                .setMerchantKey(merchantKey)
                .setStatus(TransactionStatus.POSTED)
                .setVoided(false)
                .setCategory("FOOD_AND_DRINK")
                .setCategoryDetail("FOOD_AND_DRINK_GROCERIES")
                .setBucket(Bucket.NEED)
                .setDecidedBy(DecidedBy.DICTIONARY)
                .setProbability(1)
                .setConfidenceLevel(ConfidenceLevel.VERY_HIGH)
                .setNeedsReview(false)
                .setModelVersion("test")
                .setFactVersion(new FactVersion(1L, NOON, 0L))
                .setFirstOffset(0)
                .setFirstDigest(0)
                .setDigests(List.of())
                .setHistory(List.of())
                .setRecordedAt(NOON)
                .setSourceOffset(0)
                .build();
        ledger.put(
                Keys.entry(Keys.user("ada"), "t1"),
                new RowCodec<ClassifiedTransaction>(ClassifiedTransaction.getClassSchema()).encode(entry));
    }
}
