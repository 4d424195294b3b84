package io.tributary.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tributary.avro.Tick;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.FaultyRegistryServer.Reply;
import io.tributary.schemas.serde.RegistryRefusedException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry client against every way a registry can fail. */
final class RegistryClientFaultTest {

    private static final String TICK = "{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Tick\\\","
            + "\\\"fields\\\":[{\\\"name\\\":\\\"sent_by\\\",\\\"type\\\":\\\"string\\\"}]}\"}";

    private final FaultyRegistryServer server = new FaultyRegistryServer();

    RegistryClientFaultTest() throws IOException {}

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldRegisterTheSchemaWithoutHintsForJava() {
        server.reply(Reply.ok("{\"id\":7}"));
        assertThat(client(Map.of()).register("a/b c-value", Tick.getClassSchema()))
                .isEqualTo(7);
        FaultyRegistryServer.Request request = server.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/subjects/a%2Fb%20c-value/versions");
        assertThat(request.body()).contains("sent_by").doesNotContain("avro.java.string");
        assertThat(request.authorization()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429, 408})
    void shouldTryAgainWhenTheServerSaysLater(int status) {
        server.reply(new Reply(status, "<html>"), new Reply(status, ""), Reply.ok(TICK));
        assertThat(client(Map.of()).byId(1).getName()).isEqualTo("Tick");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void shouldTryAgainWhenTheConnectionDrops() {
        server.reply(Reply.hangUp(), Reply.ok(TICK));
        assertThat(client(Map.of()).byId(1).getName()).isEqualTo("Tick");
    }

    @Test
    void shouldTryAgainWhenTheAnswerIsNoJson() {
        server.reply(Reply.ok("<html>maintenance</html>"), Reply.ok(TICK));
        assertThat(client(Map.of()).byId(1).getName()).isEqualTo("Tick");
    }

    @Test
    void shouldGiveUpAfterTheConfiguredRetries() {
        server.reply(Reply.error(503, 50301));
        RegistryClient client = client(Map.of("max.retries", "2"));
        assertThatThrownBy(() -> client.byId(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(server.url())
                .hasMessageContaining("503");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void shouldNotWaitForASlowServerForEver() throws IOException {
        // A server socket that nobody accepts on takes the connection and never answers.
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Object> configs = configs(Map.of("http.read.timeout.ms", "50", "max.retries", "0"));
            configs.put("schema.registry.url", "http://127.0.0.1:" + silent.getLocalPort());
            RegistryClient client = new RegistryClient(SerdeConfig.from(configs).registry());
            assertThatThrownBy(() -> client.byId(1)).isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void shouldGoOnToTheNextAddressAndStayThere() throws IOException {
        try (FaultyRegistryServer second = new FaultyRegistryServer()) {
            server.reply(Reply.error(500, 50001));
            second.reply(Reply.ok(TICK));
            RegistryClient client = client(Map.of("schema.registry.url", server.url() + "," + second.url() + "/"));
            assertThat(client.byId(1).getName()).isEqualTo("Tick");
            assertThat(client.byId(2).getName()).isEqualTo("Tick");
            assertThat(server.requests()).hasSize(1);
            assertThat(second.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "404, 40401, UNKNOWN_SUBJECT",
        "404, 40402, UNKNOWN_VERSION",
        "404, 40403, UNKNOWN_SCHEMA",
        "409, 409, INCOMPATIBLE",
        "422, 42201, INVALID",
        "401, 401, UNAUTHORISED",
        "403, 40301, UNAUTHORISED",
        "404, 404, OTHER"
    })
    void shouldSayInOneSentenceWhyItIsRefused(int status, int code, Reason reason) {
        server.reply(Reply.error(status, code));
        assertThatThrownBy(() -> client(Map.of()).register("expenses.raw-value", Tick.getClassSchema()))
                .asInstanceOf(type(RegistryRefusedException.class))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.sentence())
                            .contains("expenses.raw-value")
                            .endsWith(".");
                });
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"schema\":\"{\"}", "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}", "{}"})
    void shouldNotTakeWhatIsNoAvroSchema(String body) {
        server.reply(Reply.ok(body));
        assertThatThrownBy(() -> client(Map.of()).byId(3))
                .asInstanceOf(type(RegistryRefusedException.class))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_SCHEMA));
    }

    @Test
    void shouldFetchWhatASchemaRefersTo() {
        server.reply(
                Reply.ok("{\"schema\":\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"Outer\\\",\\\"fields\\\":["
                        + "{\\\"name\\\":\\\"tick\\\",\\\"type\\\":\\\"Tick\\\"}]}\","
                        + "\"references\":[{\"name\":\"Tick\",\"subject\":\"tick\",\"version\":1}]}"),
                Reply.ok(TICK));
        Schema outer = client(Map.of()).byId(9);
        assertThat(outer.getField("tick").schema().getField("sent_by")).isNotNull();
        assertThat(server.requests().get(1).path()).isEqualTo("/subjects/tick/versions/1");
    }

    @Test
    void shouldTakeAnUnusedSubjectForCompatible() {
        server.reply(Reply.error(404, 40401), Reply.ok("{\"is_compatible\":false}"));
        RegistryClient client = client(Map.of());
        assertThat(client.isCompatible("s", Tick.getClassSchema())).isTrue();
        assertThat(client.isCompatible("s", Tick.getClassSchema())).isFalse();
    }

    @Test
    void shouldRegisterEvenWhereItMayNotSetRules() {
        server.reply(Reply.ok("{\"id\":1}"), Reply.error(403, 40301), Reply.ok("{\"id\":1}"));
        assertThat(new SchemaRegistration(client(Map.of()), SchemaUse.REGISTER).run(List.of(Topics.FX_RATES)))
                .containsEntry("fx.rates-value", 1);
        FaultyRegistryServer.Request rule = server.requests().get(1);
        assertThat(rule.method()).isEqualTo("PUT");
        assertThat(rule.path()).isEqualTo("/config/fx.rates-value");
        assertThat(rule.body()).isEqualTo("{\"compatibility\":\"BACKWARD_TRANSITIVE\"}");
    }

    @Test
    void shouldSendCredentialsFromTheConfiguration() {
        server.reply(Reply.ok(TICK));
        client(Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "me:p:w"))
                .byId(1);
        assertThat(server.requests().get(0).authorization()).containsExactly(basic("me:p:w"));
    }

    @Test
    void shouldSendCredentialsFromTheAddressAndNeverShowThem() {
        server.reply(Reply.ok(TICK), Reply.error(500, 50001));
        RegistryClient client =
                client(Map.of("schema.registry.url", server.urlWithCredentials("me:secret"), "max.retries", "0"));
        client.byId(1);
        assertThat(server.requests().get(0).authorization()).containsExactly(basic("me:secret"));
        assertThatThrownBy(() -> client.byId(2)).hasMessageNotContaining("secret");
    }

    @Test
    void shouldNotTakeAWrongAddressOrWrongCredentialsForPoison() {
        SpecificDecoder decoder = new SpecificDecoder(client(Map.of()), List.of(Tick.class));
        for (Reply reply : new Reply[] {new Reply(404, "{}"), Reply.error(401, 401), Reply.error(403, 40301)}) {
            server.reply(reply);
            assertThatThrownBy(() -> decoder.decode(new byte[] {0, 0, 0, 0, 1, 2, 'a'}))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
        server.reply(Reply.error(404, 40403));
        assertThat(decoder.decode(new byte[] {0, 0, 0, 0, 1, 2, 'a'})).isInstanceOf(Decoded.Poison.class);
    }

    private RegistryClient client(Map<String, Object> changes) {
        return new RegistryClient(SerdeConfig.from(configs(changes)).registry());
    }

    private Map<String, Object> configs(Map<String, Object> changes) {
        Map<String, Object> configs =
                new HashMap<>(Map.of("schema.registry.url", server.url(), "retries.wait.ms", "1"));
        configs.putAll(changes);
        return configs;
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }
}
