package io.tributary.topologies.intake;

import static io.tributary.schemas.TestTransactions.NOON;
import static io.tributary.schemas.TestTransactions.transaction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Direction;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.TransactionStatus;
import io.tributary.avro.Violation;
import io.tributary.schemas.serde.AvroTrust;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactRulesTest {

    static {
        // Copying a record is the one thing here that asks Avro for the classes of its fields.
        AvroTrust.ensure();
    }

    private static final String EMOJI = "\uD83D\uDE00";

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("user_id.format", transaction().user("").build()),
                Arguments.of(
                        "user_id.format", transaction().user("u".repeat(65)).build()),
                Arguments.of("user_id.format", transaction().user("a b").build()),
                Arguments.of("user_id.format", transaction().user("a|b").build()),
                Arguments.of("user_id.format", transaction().user("zo\u00EB").build()),
                Arguments.of("user_id.reserved", transaction().user("me").build()),
                Arguments.of("id.required", transaction().id(null).build()),
                Arguments.of("id.format", transaction().id("").build()),
                Arguments.of("id.format", transaction().id("a@b").build()),
                Arguments.of("id.format", transaction().id("t".repeat(65)).build()),
                Arguments.of(
                        "idempotency_key.format",
                        transaction().idempotencyKey("").build()),
                Arguments.of(
                        "idempotency_key.format",
                        transaction().idempotencyKey("k".repeat(256)).build()),
                Arguments.of(
                        "idempotency_key.format",
                        transaction().idempotencyKey("a\tb").build()),
                Arguments.of("amount.positive", transaction().minor(0).build()),
                Arguments.of(
                        "amount.positive", transaction().minor(Long.MIN_VALUE).build()),
                Arguments.of(
                        "amount.max",
                        transaction().minor(1_000_000_000_000_001L).build()),
                Arguments.of("currency.iso4217", transaction().currency("gbp").build()),
                Arguments.of("currency.iso4217", transaction().currency("DEM").build()),
                Arguments.of("currency.iso4217", transaction().currency("XAU").build()),
                Arguments.of("currency.iso4217", transaction().currency("").build()),
                Arguments.of("description.length", transaction().description("").build()),
                Arguments.of(
                        "description.length",
                        transaction().description("d".repeat(513)).build()),
                Arguments.of(
                        "description.length",
                        transaction().description(EMOJI.repeat(513)).build()),
                Arguments.of(
                        "description.characters",
                        transaction().description("a\u0000b").build()),
                Arguments.of(
                        "description.characters",
                        transaction().description("a\uD83D").build()),
                Arguments.of(
                        "description.characters",
                        transaction().description("\uDE00a").build()),
                Arguments.of(
                        "description.characters",
                        transaction().description("\uD83Dab").build()),
                Arguments.of("occurred_at.one", unset()),
                Arguments.of(
                        "occurred_at.min",
                        transaction().at(Instant.EPOCH.minusMillis(1)).build()),
                Arguments.of(
                        "occurred_at.max",
                        transaction().at(NOON.plusSeconds(86_400).plusMillis(1)).build()),
                Arguments.of(
                        "occurred_at.max",
                        transaction().at("9999-12-31T23:59:59Z").build()),
                Arguments.of(
                        "occurred_on.min",
                        transaction().on(LocalDate.of(1969, 12, 31)).build()),
                Arguments.of(
                        "occurred_on.max",
                        transaction().on(LocalDate.of(2026, 6, 18)).build()),
                Arguments.of(
                        "occurred_on.max",
                        transaction().on(LocalDate.of(9999, 12, 31)).build()),
                Arguments.of(
                        "account_id.format",
                        transaction().account("", AccountKind.CARD).build()),
                Arguments.of(
                        "account_id.format",
                        transaction().account("a".repeat(129), AccountKind.CARD).build()),
                Arguments.of(
                        "merchant_name.format",
                        transaction().merchant("m".repeat(129)).build()),
                Arguments.of(
                        "merchant_name.format", transaction().merchant("a\nb").build()),
                Arguments.of("mcc.format", transaction().mcc("541").build()),
                Arguments.of("mcc.format", transaction().mcc("54l1").build()),
                Arguments.of(
                        "source_version.min", transaction().sourceVersion(-1).build()),
                Arguments.of(
                        "source.format", transaction().source("s".repeat(129)).build()));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldNameTheOneRuleThatIsBroken(String rule, RawTransaction fact) {
        assertThat(FactRules.check(fact, NOON)).extracting(Violation::getRule).containsExactly(rule);
    }

    static Stream<RawTransaction> kept() {
        return Stream.of(
                transaction().build(),
                transaction().user("A.z_0:@-").id("A.z_0:-").build(),
                transaction().user("u".repeat(64)).id("t".repeat(64)).build(),
                transaction().idempotencyKey("k".repeat(255)).build(),
                transaction().idempotencyKey("a key, with |").build(),
                transaction().minor(1).build(),
                transaction().minor(1_000_000_000_000_000L).currency("JPY").build(),
                transaction().description("d".repeat(512)).build(),
                transaction().description(EMOJI.repeat(512)).build(),
                transaction().description("two\r\nlines\tand a tab").build(),
                transaction().at(Instant.EPOCH).build(),
                transaction().at(NOON.plusSeconds(86_400)).build(),
                transaction().on(LocalDate.EPOCH).build(),
                // At noon UTC it is already the 16th at UTC+14, so the 17th is at most tomorrow there.
                transaction().on(LocalDate.of(2026, 6, 17)).build(),
                transaction().account("a".repeat(128), AccountKind.UNKNOWN).build(),
                transaction()
                        .merchant("")
                        .source("")
                        .mcc("0000")
                        .sourceVersion(0)
                        .build());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldTakeWhatKeepsEveryRule(RawTransaction fact) {
        assertThat(FactRules.check(fact, NOON)).isEmpty();
    }

    @Test
    void shouldReportEveryBrokenRuleInOrder() {
        RawTransaction fact =
                transaction().user("me").minor(-5).currency("???").mcc("x").build();

        assertThat(FactRules.check(fact, NOON))
                .extracting(Violation::getField, Violation::getRule)
                .containsExactly(
                        tuple("user_id", "user_id.reserved"),
                        tuple("amount", "amount.positive"),
                        tuple("currency", "currency.iso4217"),
                        tuple("mcc", "mcc.format"));
    }

    @Test
    void shouldReportRequiredFieldsThatAreNull() {
        RawTransaction nothing = new RawTransaction(
                null,
                null,
                null,
                null,
                null,
                Direction.OUTFLOW,
                null,
                null,
                null,
                null,
                null,
                null,
                TransactionStatus.POSTED,
                null,
                false,
                null);

        assertThat(FactRules.check(nothing, NOON))
                .extracting(Violation::getRule)
                .containsExactly(
                        "user_id.format", "id.required", "amount.required", "description.length", "occurred_at.one");
    }

    @Test
    void shouldRefuseBothDates() {
        RawTransaction both = RawTransaction.newBuilder(transaction().build())
                .setOccurredOn(LocalDate.of(2026, 6, 15))
                .build();

        assertThat(FactRules.check(both, NOON)).extracting(Violation::getRule).containsExactly("occurred_at.one");
    }

    @Test
    void shouldKeepRuleNamesThatClientsRelyOn() {
        assertThat(FactRules.table())
                .extracting(Rule::name)
                .isEqualTo(List.of(
                        "user_id.format",
                        "user_id.reserved",
                        "id.required",
                        "id.format",
                        "idempotency_key.format",
                        "amount.required",
                        "amount.positive",
                        "amount.max",
                        "currency.iso4217",
                        "description.length",
                        "description.characters",
                        "occurred_at.one",
                        "occurred_at.min",
                        "occurred_at.max",
                        "occurred_on.min",
                        "occurred_on.max",
                        "account_id.format",
                        "merchant_name.format",
                        "mcc.format",
                        "source_version.min",
                        "source.format"));
    }

    private static RawTransaction unset() {
        return RawTransaction.newBuilder(transaction().build())
                .setOccurredAt(null)
                .build();
    }
}
