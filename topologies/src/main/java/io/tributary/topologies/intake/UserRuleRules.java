package io.tributary.topologies.intake;

import io.tributary.avro.Money;
import io.tributary.avro.UserRule;
import io.tributary.schemas.Currencies;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a user's own classification rule must keep. */
final class UserRuleRules {

    private static final int MAX_CONTAINS = 128;
    private static final int MAX_EXPRESSION = 256;

    private static final Rule RULE_ID =
            new Rule("rule_id.format", "rule_id", "rule_id must be 1 to 64 characters of A-Z a-z 0-9 . _ : -");
    private static final Rule CONDITION = new Rule(
            "condition.required",
            "rule",
            "a rule needs at least one of contains, expression, merchant_key, account_id, direction, min_amount and max_amount");
    private static final Rule EFFECT = new Rule(
            "effect.required", "rule", "a rule needs at least one of set_category, set_bucket and set_merchant_name");
    private static final Rule CONTAINS =
            new Rule("contains.format", "contains", "contains must be 1 to 128 characters without control characters");
    private static final Rule EXPRESSION_LENGTH =
            new Rule("expression.length", "expression", "expression must be 1 to 256 characters");
    private static final Rule EXPRESSION_SYNTAX =
            new Rule("expression.re2", "expression", "expression must be a valid RE2 expression");
    private static final Rule EXPRESSION_COST = new Rule(
            "expression.cost", "expression", "expression must not repeat so much that matching it becomes slow");
    private static final Rule MIN_AMOUNT =
            new Rule("min_amount.range", "min_amount", "min_amount must be 0 to 10^15 minor units of a known currency");
    private static final Rule MAX_AMOUNT =
            new Rule("max_amount.range", "max_amount", "max_amount must be 0 to 10^15 minor units of a known currency");
    private static final Rule SAME_CURRENCY =
            new Rule("max_amount.currency", "max_amount", "min_amount and max_amount must be in the same currency");
    private static final Rule ORDER =
            new Rule("max_amount.order", "max_amount", "max_amount must not be less than min_amount");
    private static final Rule SET_CATEGORY =
            new Rule("set_category.known", "set_category", "set_category must be one of the taxonomy");
    private static final Rule SET_NAME = new Rule(
            "set_merchant_name.format",
            "set_merchant_name",
            "set_merchant_name must be 1 to 128 characters without control characters");

    /** Every rule of a user's rule that no other command has. */
    static final List<Rule> TABLE = List.of(
            RULE_ID,
            CONDITION,
            EFFECT,
            CONTAINS,
            EXPRESSION_LENGTH,
            EXPRESSION_SYNTAX,
            EXPRESSION_COST,
            MIN_AMOUNT,
            MAX_AMOUNT,
            SAME_CURRENCY,
            ORDER,
            SET_CATEGORY,
            SET_NAME);

    private UserRuleRules() {}

    static void check(UserRule rule, Findings findings) {
        checkId(rule.getRuleId(), findings);
        findings.require(hasCondition(rule), CONDITION);
        findings.require(hasEffect(rule), EFFECT);
        String contains = rule.getContains();
        findings.require(contains == null || isContains(contains), CONTAINS);
        checkExpression(rule.getExpression(), findings);
        CommandRules.checkMerchantKey(rule.getMerchantKey(), findings);
        FieldRules.checkNames(rule.getAccountId(), null, findings);
        checkAmounts(rule.getMinAmount(), rule.getMaxAmount(), findings);
        String category = rule.getSetCategory();
        findings.require(category == null || Taxonomy.find(category).isPresent(), SET_CATEGORY);
        String name = rule.getSetMerchantName();
        findings.require(name == null || FieldRules.isName(name, 1), SET_NAME);
    }

    static void checkId(@Nullable String ruleId, Findings findings) {
        findings.require(FieldRules.isId(ruleId), RULE_ID);
    }

    private static boolean hasCondition(UserRule rule) {
        return Stream.of(
                        rule.getContains(),
                        rule.getExpression(),
                        rule.getMerchantKey(),
                        rule.getAccountId(),
                        rule.getDirection(),
                        rule.getMinAmount(),
                        rule.getMaxAmount())
                .anyMatch(Objects::nonNull);
    }

    private static boolean hasEffect(UserRule rule) {
        return rule.getSetCategory() != null || rule.getSetBucket() != null || rule.getSetMerchantName() != null;
    }

    private static boolean isContains(String contains) {
        return Texts.hasLength(contains, 1, MAX_CONTAINS) && Texts.isPrintable(contains);
    }

    private static void checkExpression(@Nullable String expression, Findings findings) {
        if (expression != null && findings.require(Texts.hasLength(expression, 1, MAX_EXPRESSION), EXPRESSION_LENGTH)) {
            Expressions.Verdict verdict = Expressions.judge(expression);
            findings.require(verdict != Expressions.Verdict.INVALID, EXPRESSION_SYNTAX);
            findings.require(verdict != Expressions.Verdict.TOO_COSTLY, EXPRESSION_COST);
        }
    }

    private static void checkAmounts(@Nullable Money min, @Nullable Money max, Findings findings) {
        boolean isMinGood = findings.require(min == null || isBound(min), MIN_AMOUNT);
        boolean isMaxGood = findings.require(max == null || isBound(max), MAX_AMOUNT);
        if (min != null && max != null && isMinGood && isMaxGood) {
            checkRange(min, max, findings);
        }
    }

    private static void checkRange(Money min, Money max, Findings findings) {
        if (findings.require(min.getCurrency().equals(max.getCurrency()), SAME_CURRENCY)) {
            findings.require(min.getMinor() <= max.getMinor(), ORDER);
        }
    }

    private static boolean isBound(Money bound) {
        return bound.getMinor() >= 0
                && bound.getMinor() <= FieldRules.MAX_MINOR
                && Currencies.isKnown(bound.getCurrency());
    }
}
