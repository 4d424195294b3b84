package io.tributary.topologies.intake;

import static io.tributary.schemas.TestCommands.command;
import static io.tributary.schemas.TestTransactions.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Bucket;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.CorrectionScope;
import io.tributary.avro.Direction;
import io.tributary.avro.Money;
import io.tributary.avro.Profile;
import io.tributary.avro.PutProfile;
import io.tributary.avro.UserCommand;
import io.tributary.avro.UserRule;
import io.tributary.avro.Violation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandRulesTest {

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of("command_id.format", command().id("").voiding()),
                Arguments.of("user_id.reserved", command().user("me").voiding()),
                Arguments.of("transaction_id.format", command().on("a b").voiding()),
                Arguments.of("expected_version.min", command().expecting(-1).restoring()),
                Arguments.of("body.required", new UserCommand("c1", "u1", null)),
                Arguments.of("body.required", command().with(new PutProfile(null))),
                Arguments.of(
                        "change.required", command().with(command().amendment().build())),
                Arguments.of("amount.positive", command().amendAmount(0, "GBP")),
                Arguments.of("currency.iso4217", command().amendAmount(1, "XXX")),
                Arguments.of("description.length", command().amendDescription("")),
                Arguments.of("description.characters", command().amendDescription("\u0000")),
                Arguments.of(
                        "occurred_at.at_most_one",
                        command()
                                .with(command()
                                        .amendment()
                                        .setOccurredAt(NOON)
                                        .setOccurredOn(LocalDate.EPOCH)
                                        .build())),
                Arguments.of(
                        "occurred_at.max",
                        command()
                                .with(command()
                                        .amendment()
                                        .setOccurredAt(Instant.parse("9999-01-01T00:00:00Z"))
                                        .build())),
                Arguments.of("category.known", command().categorise("FOOD")),
                Arguments.of("merchant_key.format", categorise("TESCO")),
                Arguments.of("merchant_key.format", categorise("t".repeat(41))),
                Arguments.of("category.known", command().putBucket("", Bucket.WANT)),
                Arguments.of("rule_id.format", command().deleteRule("")));
    }

    static Stream<Arguments> brokenProfiles() {
        return Stream.of(
                Arguments.of("time_zone.known", profile().setTimeZone("Mars/Olympus")),
                Arguments.of("time_zone.known", profile().setTimeZone("+01:00")),
                Arguments.of("base_currency.iso4217", profile().setBaseCurrency("DEM")),
                Arguments.of("age_band.known", profile().setAgeBand("20-30")),
                Arguments.of("income_band.known", profile().setIncomeBand("RICH")),
                Arguments.of("country.iso3166", profile().setCountry("UK")),
                Arguments.of("attention_budget.range", profile().setAttentionBudget(51)),
                Arguments.of("attention_budget.range", profile().setAttentionBudget(-1)),
                Arguments.of("muted_kinds.format", profile().setMutedKinds(List.of("new merchant"))));
    }

    static Stream<Arguments> brokenRules() {
        Money five = new Money(500L, "GBP");
        return Stream.of(
                Arguments.of("rule_id.format", rule().setRuleId("r 1")),
                Arguments.of("condition.required", rule().setContains(null)),
                Arguments.of("effect.required", rule().setSetCategory(null)),
                Arguments.of("contains.format", rule().setContains("c".repeat(129))),
                Arguments.of("contains.format", rule().setContains("")),
                Arguments.of("expression.length", rule().setExpression("e".repeat(257))),
                Arguments.of("expression.re2", rule().setExpression("(")),
                Arguments.of("expression.cost", rule().setExpression("((a{100}){100}){100}")),
                Arguments.of("merchant_key.format", rule().setMerchantKey("A")),
                Arguments.of("account_id.format", rule().setAccountId("")),
                Arguments.of("min_amount.range", rule().setMinAmount(new Money(-1L, "GBP"))),
                Arguments.of("max_amount.range", rule().setMaxAmount(new Money(1L, "???"))),
                Arguments.of("max_amount.currency", rule().setMinAmount(five).setMaxAmount(new Money(900L, "EUR"))),
                Arguments.of("max_amount.order", rule().setMinAmount(five).setMaxAmount(new Money(499L, "GBP"))),
                Arguments.of("set_category.known", rule().setSetCategory("FUN")),
                Arguments.of("set_merchant_name.format", rule().setSetMerchantName("")));
    }

    static Stream<UserCommand> kept() {
        Money five = new Money(500L, "GBP");
        return Stream.of(
                command().voiding(),
                command().expecting(3).restoring(),
                command().amendAmount(1, "JPY"),
                command().amendDescription("new"),
                command().categorise("FOOD_AND_DRINK_GROCERIES"),
                command().categoriseMerchant("OTHER"),
                categorise("tesco-1"),
                command().putProfile(null, null),
                command().putProfile("Europe/Berlin", "EUR"),
                command()
                        .with(new PutProfile(profile()
                                .setAgeBand("65+")
                                .setIncomeBand("MIDDLE")
                                .setCountry("GB")
                                .setAttentionBudget(50)
                                .setMutedKinds(List.of("NEW_MERCHANT"))
                                .build())),
                command().putRule("r1", "TESCO", "FOOD_AND_DRINK"),
                command()
                        .putRule(UserRule.newBuilder()
                                .setRuleId("r2")
                                .setDirection(Direction.INFLOW)
                                .setExpression("^PAY(ROLL)?")
                                .setMinAmount(five)
                                .setMaxAmount(five)
                                .setSetBucket(Bucket.INCOME)
                                .setSetMerchantName("Work")
                                .build()),
                command().deleteRule("r1"),
                command().putBucket("TRAVEL", null));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void shouldNameTheOneRuleThatIsBroken(String rule, UserCommand command) {
        assertThat(rulesOf(command)).containsExactly(rule);
    }

    @ParameterizedTest
    @MethodSource("brokenProfiles")
    void shouldNameTheRuleThatAProfileBreaks(String rule, Profile.Builder profile) {
        assertThat(rulesOf(command().with(new PutProfile(profile.build())))).containsExactly(rule);
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void shouldNameTheRuleThatAUserRuleBreaks(String rule, UserRule.Builder userRule) {
        assertThat(rulesOf(command().putRule(userRule.build()))).containsExactly(rule);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void shouldTakeWhatKeepsEveryRule(UserCommand command) {
        assertThat(CommandRules.check(command, NOON)).isEmpty();
    }

    @Test
    void shouldNameEveryRuleOnce() {
        assertThat(CommandRules.table()).extracting(Rule::name).doesNotHaveDuplicates();
    }

    @Property
    void shouldAnswerWhateverComes(@ForAll String text, @ForAll String other, @ForAll int number) {
        Set<Violation> known =
                CommandRules.table().stream().map(Rule::violation).collect(Collectors.toSet());
        UserRule rule = rule().setRuleId(text)
                .setExpression(other)
                .setContains(text)
                .setMerchantKey(other)
                .setSetMerchantName(text)
                .setMinAmount(new Money((long) number, other))
                .build();
        Profile profile = profile()
                .setTimeZone(text)
                .setCountry(other)
                .setAttentionBudget(number)
                .setMutedKinds(List.of(text, other))
                .build();

        assertThat(known)
                .containsAll(CommandRules.check(command().user(text).id(other).putRule(rule), NOON))
                .containsAll(CommandRules.check(command().with(new PutProfile(profile)), NOON));
    }

    private static List<String> rulesOf(UserCommand command) {
        return CommandRules.check(command, NOON).stream()
                .map(Violation::getRule)
                .toList();
    }

    private static UserCommand categorise(String merchantKey) {
        return command().with(new CategoriseTransaction("t1", null, "OTHER", CorrectionScope.MERCHANT, merchantKey));
    }

    private static Profile.Builder profile() {
        return Profile.newBuilder();
    }

    private static UserRule.Builder rule() {
        return UserRule.newBuilder().setRuleId("r1").setContains("TESCO").setSetCategory("OTHER");
    }
}
