package io.tributary.topologies.classify;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.tributary.avro.Money;
import io.tributary.avro.UserRule;
import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Subject;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One user's rules, compiled and in order: higher priority first, then the one with more conditions, then by id. The
 * first that matches applies; a rule without a condition matches nothing. Text is compared in the normal form; an
 * expression finds in it as written, upper and lower case alike. An expression that is no RE2 expression matches nothing:
 * it was refused when the rule was written, and one that got in must not stop the stream.
 */
final class PersonalRules {

    private final List<Compiled> rules;

    private PersonalRules(List<Compiled> rules) {
        this.rules = rules;
    }

    static PersonalRules compile(List<UserRule> rules) {
        return new PersonalRules(rules.stream()
                .map(Compiled::of)
                .filter(rule -> rule.conditions() > 0)
                .sorted(Comparator.comparingInt(
                                (Compiled compiled) -> -compiled.rule().getPriority())
                        .thenComparingInt(compiled -> -compiled.conditions())
                        .thenComparing(compiled -> compiled.rule().getRuleId()))
                .toList());
    }

    @Nullable
    UserRule first(Subject subject, Automatic automatic) {
        for (Compiled rule : rules) {
            if (rule.matches(subject, automatic)) {
                return rule.rule();
            }
        }
        return null;
    }

    private record Compiled(
            UserRule rule,
            @Nullable String contains,
            @Nullable Pattern expression,
            boolean broken,
            int conditions) {

        static Compiled of(UserRule rule) {
            String contains = rule.getContains();
            String normalised = contains == null ? null : Words.normalise(contains);
            Pattern expression = pattern(rule.getExpression());
            boolean broken = expression == null && rule.getExpression() != null;
            return new Compiled(rule, normalised, expression, broken, countConditions(rule));
        }

        private static int countConditions(UserRule rule) {
            return (int) Stream.of(
                            rule.getContains(),
                            rule.getExpression(),
                            rule.getMerchantKey(),
                            rule.getAccountId(),
                            rule.getDirection(),
                            rule.getMinAmount(),
                            rule.getMaxAmount())
                    .filter(condition -> condition != null)
                    .count();
        }

        private static @Nullable Pattern pattern(@Nullable String expression) {
            try {
                return expression == null ? null : Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
            } catch (PatternSyntaxException notAnExpression) {
                return null;
            }
        }

        boolean matches(Subject subject, Automatic automatic) {
            return !broken
                    && isNullOr(rule.getDirection(), subject.direction())
                    && isNullOr(rule.getAccountId(), subject.accountId())
                    && isNullOr(rule.getMerchantKey(), automatic.merchantKey())
                    && isWithin(subject)
                    && (contains == null || automatic.normalised().contains(contains))
                    && (expression == null
                            || expression.matcher(automatic.normalised()).find());
        }

        private static boolean isNullOr(@Nullable Object wanted, @Nullable Object is) {
            return wanted == null || wanted.equals(is);
        }

        private boolean isWithin(Subject subject) {
            Money least = rule.getMinAmount();
            Money most = rule.getMaxAmount();
            return (least == null
                            || (least.getCurrency().equals(subject.currency())
                                    && subject.amountMinor() >= least.getMinor()))
                    && (most == null
                            || (most.getCurrency().equals(subject.currency())
                                    && subject.amountMinor() <= most.getMinor()));
        }
    }
}
