package io.tributary.topologies.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Bucket;
import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.avro.Money;
import io.tributary.avro.UserRule;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classification;
import io.tributary.topologies.flow.PersonalSettings;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalLayerTest {

    private static final Category COFFEE = Taxonomy.of("FOOD_AND_DRINK_COFFEE");
    private static final Category GROCERIES = Taxonomy.of("FOOD_AND_DRINK_GROCERIES");
    private static final Category TRAVEL = Taxonomy.of("TRAVEL_OTHER_TRAVEL");
    private static final Subject SUBJECT =
            new Subject("Blue Door 77", null, Direction.OUTFLOW, 1_250, "GBP", "main", AccountKind.CURRENT, null);
    private static final Automatic AUTOMATIC = new Automatic(
            "BLUE DOOR 77", "Blue Door", "blue-door", COFFEE, DecidedBy.KEYWORD, 0.6f, ConfidenceLevel.LOW);

    private final PersonalLayer layer = new PersonalLayer();

    @Test
    void shouldKeepTheAutomaticDecisionOfAUserWhoTaughtNothing() {
        Classification decided = layer.decide(SUBJECT, AUTOMATIC, PersonalSettings.NONE, null);

        assertThat(decided.category()).isEqualTo(COFFEE);
        assertThat(decided.bucket()).isEqualTo(Bucket.WANT);
        assertThat(decided.decidedBy()).isEqualTo(DecidedBy.KEYWORD);
        assertThat(decided.needsReview()).isTrue();
        assertThat(decided.ruleId()).isNull();
    }

    @Test
    void shouldDecideInOrder() {
        UserRule rule = rule("r1")
                .category("TRAVEL_OTHER_TRAVEL")
                .contains("blue  door")
                .made();
        Map<String, Category> corrections = Map.of("blue-door", GROCERIES);
        PersonalSettings both = new PersonalSettings(List.of(rule), corrections, Map.of());
        PersonalSettings correction = new PersonalSettings(List.of(), corrections, Map.of());

        assertThat(decide(both, Taxonomy.of("MEDICAL")))
                .extracting(Classification::decidedBy)
                .isEqualTo(DecidedBy.USER);
        assertThat(decide(both, null)).extracting(Classification::category).isEqualTo(TRAVEL);
        assertThat(decide(both, null)).extracting(Classification::ruleId).isEqualTo("r1");
        assertThat(decide(correction, null))
                .extracting(Classification::category)
                .isEqualTo(GROCERIES);
        assertThat(decide(correction, null))
                .extracting(Classification::decidedBy)
                .isEqualTo(DecidedBy.USER_MERCHANT);
        assertThat(decide(correction, null))
                .extracting(Classification::needsReview)
                .isEqualTo(false);
    }

    @Test
    void shouldApplyARuleThatSetsOnlyBucketAndName() {
        UserRule rule = rule("r")
                .contains("BLUE")
                .bucket(Bucket.NEED)
                .name("The Blue Door")
                .made();
        PersonalSettings settings =
                new PersonalSettings(List.of(rule), Map.of("blue-door", GROCERIES), Map.of(GROCERIES, Bucket.SAVING));

        Classification decided = decide(settings, null);

        assertThat(decided.category()).isEqualTo(GROCERIES);
        assertThat(decided.decidedBy()).isEqualTo(DecidedBy.USER_MERCHANT);
        assertThat(decided.bucket()).isEqualTo(Bucket.NEED);
        assertThat(decided.merchantName()).isEqualTo("The Blue Door");
        assertThat(decided.merchantKey()).isEqualTo("blue-door");
        assertThat(decide(settings, GROCERIES).bucket()).isEqualTo(Bucket.SAVING);
    }

    @Test
    void shouldTakeHigherPriorityThenMoreConditionsThenTheSmallerId() {
        UserRule plain = rule("a").category("TRAVEL").contains("BLUE").made();
        UserRule twin = rule("b").category("MEDICAL").contains("BLUE").made();
        UserRule narrow =
                rule("c").category("INCOME").contains("BLUE").account("main").made();
        UserRule first =
                rule("d").category("OTHER").contains("BLUE").priority(1).made();

        assertThat(decide(rules(twin, plain), null).ruleId()).isEqualTo("a");
        assertThat(decide(rules(twin, plain, narrow), null).ruleId()).isEqualTo("c");
        assertThat(decide(rules(twin, plain, narrow, first), null).ruleId()).isEqualTo("d");
    }

    @ParameterizedTest
    @CsvSource({
        "'blue door', , , , , , true",
        "'BLUE-DOOR', , , , , , true",
        "'RED', , , , , , false",
        ", '^blue .*[0-9]{2}$', , , , , true",
        ", 'DOOR$', , , , , false",
        ", '(unclosed', , , , , false",
        ", , blue-door, , , , true",
        ", , red-door, , , , false",
        ", , , main, , , true",
        ", , , other, , , false",
        ", , , , 1250, 1250, true",
        ", , , , 1251, , false",
        ", , , , , 1249, false",
        ", , , , , , false",
    })
    void shouldMatchWhereEveryConditionHolds(
            String contains, String expression, String merchant, String account, Long least, Long most, boolean match) {
        UserRule rule = rule("r")
                .category("TRAVEL")
                .contains(contains)
                .expression(expression)
                .merchant(merchant)
                .account(account)
                .between(least, most)
                .made();

        assertThat(decide(rules(rule), null).decidedBy() == DecidedBy.USER_RULE).isEqualTo(match);
    }

    @Test
    void shouldCompareAmountsOfOneCurrencyOnly() {
        UserRule rule = new Rule("r")
                .category("TRAVEL")
                .currency("EUR")
                .between(1L, null)
                .made();

        assertThat(decide(rules(rule), null).decidedBy()).isEqualTo(DecidedBy.KEYWORD);
    }

    @Test
    void shouldIgnoreACategoryThatDoesNotExist() {
        UserRule rule = rule("r").category("NO_SUCH_THING").contains("BLUE").made();

        assertThat(decide(rules(rule), null).category()).isEqualTo(COFFEE);
    }

    @Test
    void shouldAskForAReviewOfAnInflowTheModelTookForAPurchase() {
        Subject inflow = new Subject("Blue Door", null, Direction.INFLOW, 1, "GBP", null, AccountKind.CURRENT, null);
        Automatic guessed = new Automatic(
                "BLUE DOOR", "Blue Door", "blue-door", COFFEE, DecidedBy.MODEL, 0.95f, ConfidenceLevel.HIGH);

        Classification decided = layer.decide(inflow, guessed, PersonalSettings.NONE, null);

        assertThat(decided.category()).hasToString("INCOME_OTHER_INCOME");
        assertThat(decided.bucket()).isEqualTo(Bucket.INCOME);
        assertThat(decided.needsReview()).isTrue();
    }

    private Classification decide(PersonalSettings settings, @Nullable Category chosen) {
        return layer.decide(SUBJECT, AUTOMATIC, settings, chosen);
    }

    private static PersonalSettings rules(UserRule... rules) {
        return new PersonalSettings(List.of(rules), Map.of(), Map.of());
    }

    private static Rule rule(String id) {
        return new Rule(id);
    }

    /** A rule of which a test names only what matters to it. */
    private static final class Rule {

        private final UserRule.Builder builder = UserRule.newBuilder();
        private String currency = "GBP";

        Rule(String id) {
            builder.setRuleId(id);
        }

        Rule priority(int priority) {
            builder.setPriority(priority);
            return this;
        }

        Rule category(String code) {
            builder.setSetCategory(code);
            return this;
        }

        Rule bucket(Bucket bucket) {
            builder.setSetBucket(bucket);
            return this;
        }

        Rule name(String name) {
            builder.setSetMerchantName(name);
            return this;
        }

        Rule contains(String text) {
            builder.setContains(text);
            return this;
        }

        Rule expression(String expression) {
            builder.setExpression(expression);
            return this;
        }

        Rule merchant(String key) {
            builder.setMerchantKey(key);
            return this;
        }

        Rule account(String id) {
            builder.setAccountId(id);
            return this;
        }

        Rule currency(String code) {
            currency = code;
            return this;
        }

        Rule between(@Nullable Long least, @Nullable Long most) {
            builder.setMinAmount(least == null ? null : new Money(least, currency));
            builder.setMaxAmount(most == null ? null : new Money(most, currency));
            return this;
        }

        UserRule made() {
            return builder.build();
        }
    }
}
