package io.tributary.api.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tributary.api.auth.Caller;
import io.tributary.api.json.Json;
import io.tributary.api.problem.FieldError;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.avro.Direction;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.TransactionStatus;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TransactionReaderTest {

    private static final Caller SERVICE = new Caller.Service();
    private static final String VALID =
            "\"user_id\":\"ada\",\"amount\":\"12.99\",\"currency\":\"GBP\",\"description\":\"TEA\",\"occurred_at\":\"2026-11-30\"";

    private final TransactionReader reader =
            new TransactionReader(Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC));

    @Test
    void shouldReadTheLeastAndFillInTheRest() {
        RawTransaction fact = fact("{" + VALID + "}", null);
        assertThat(fact.getAmount().getMinor()).isEqualTo(1299);
        assertThat(fact.getOccurredOn()).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(fact.getOccurredAt()).isNull();
        assertThat(fact.getDirection()).isEqualTo(Direction.OUTFLOW);
        assertThat(fact.getStatus()).isEqualTo(TransactionStatus.POSTED);
        assertThat(fact.getId()).isNotBlank();
    }

    @Test
    void shouldGiveTheSameIdForTheSameKeyAndPreferTheHeader() {
        Reading.Fact first = (Reading.Fact) read("{" + VALID + "}", "key-1");
        Reading.Fact second = (Reading.Fact) read("{" + VALID + ",\"idempotency_key\":\"other\"}", "key-1");
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(first.isKeyed()).isTrue();
        assertThat(first.fact().getId()).isNull();
    }

    @Test
    void shouldTakeAClientsOwnIdForTheIdentityWhateverTheKey() {
        Reading.Fact fact = (Reading.Fact) read("{" + VALID + ",\"id\":\"t1\"}", "key-1");
        assertThat(fact.id()).isEqualTo("t1");
        assertThat(fact.isKeyed()).isFalse();
    }

    @Test
    void shouldReadAnInstantWithAnyOffset() {
        RawTransaction fact = fact("{" + VALID.replace("2026-11-30", "2026-11-30T23:30:00+02:00") + "}", null);
        assertThat(fact.getOccurredAt()).isEqualTo(Instant.parse("2026-11-30T21:30:00Z"));
        assertThat(fact.getOccurredOn()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "'\"amount\":\"12.99\"', '\"amount\":\"12.999\"', amount, amount.decimals",
        "'\"amount\":\"12.99\"', '\"amount\":\"ten\"', amount, amount.number",
        "'\"amount\":\"12.99\"', '\"amount\":1e30', amount, amount.max",
        "'\"amount\":\"12.99\"', '\"amount\":0', amount, amount.positive",
        "'\"amount\":\"12.99\"', '\"amount\":-1', amount, amount.positive",
        "'\"currency\":\"GBP\"', '\"currency\":\"XAU\"', currency, currency.iso4217",
        "'2026-11-30', '2026-02-30', occurred_at, occurred_at.format",
        "'2026-11-30', '9999-01-01', occurred_at, occurred_on.max",
        "'2026-11-30', '1969-12-31', occurred_at, occurred_on.min",
        "'\"user_id\":\"ada\"', '\"user_id\":\"a b\"', user_id, user_id.format",
        "'TEA', 'T\\ud800', description, description.characters",
        "'TEA', 'T\\u0000', description, description.characters",
        "'\"currency\"', '\"direction\":\"SIDEWAYS\",\"currency\"', direction, direction.known",
        "'\"currency\"', '\"account_kind\":\"UNKNOWN\",\"currency\"', account_kind, account_kind.known",
    })
    void shouldNameTheFieldAndTheRuleOnce(String valid, String wrong, String field, String rule) {
        Reading reading = read("{" + VALID.replace(valid, wrong) + "}", null);
        assertThat(((Reading.Refused) reading).errors())
                .extracting(FieldError::field, FieldError::rule)
                .containsExactly(org.assertj.core.api.Assertions.tuple(field, rule));
    }

    @Test
    void shouldLetAUserPostOnlyForThemselves() {
        Caller ada = new Caller.User("ada");
        assertThat(factOf(ada, VALID.replace("\"user_id\":\"ada\",", "")).getUserId())
                .isEqualTo("ada");
        assertThat(factOf(ada, VALID.replace("\"ada\"", "\"me\"")).getUserId()).isEqualTo("ada");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> factOf(new Caller.User("bob"), VALID))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN));
    }

    private RawTransaction factOf(Caller caller, String fields) {
        TransactionBody body = body("{" + fields + "}");
        return ((Reading.Fact) reader.read(body, caller, null)).fact();
    }

    private RawTransaction fact(String json, @Nullable String key) {
        return ((Reading.Fact) read(json, key)).fact();
    }

    private Reading read(String json, @Nullable String key) {
        return reader.read(body(json), SERVICE, key);
    }

    private static TransactionBody body(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), TransactionBody.class);
    }
}
