package io.tributary.api.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tributary.api.json.Decimal;
import io.tributary.api.query.MoneyView;
import io.tributary.api.query.RestatingView;
import io.tributary.avro.Bucket;
import io.tributary.avro.Direction;
import io.tributary.avro.Profile;
import io.tributary.avro.UserRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients see and write of settings. */
final class SettingViews {

    private static final int DEFAULT_ATTENTION = 2;

    private SettingViews() {}

    /**
     * Who a user is; written as a whole, what is left out goes back to the default.
     *
     * @param timeZone IANA id; none: the service's
     * @param baseCurrency ISO 4217; none: the only one the user uses lately, else the service's
     * @param ageBand for peer comparison
     * @param incomeBand for peer comparison
     * @param country ISO 3166 alpha-2
     * @param attentionBudget announcements a week that ask for attention
     * @param mutedKinds kinds of insights not to be announced
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record ProfileView(
            @Nullable String timeZone,
            @Nullable String baseCurrency,
            @Nullable String ageBand,
            @Nullable String incomeBand,
            @Nullable String country,
            @Nullable Integer attentionBudget,
            @Nullable List<String> mutedKinds) {

        static final ProfileView NONE = of(new Profile(null, null, null, null, null, DEFAULT_ATTENTION, List.of()));

        static ProfileView of(Profile profile) {
            return new ProfileView(
                    profile.getTimeZone(),
                    profile.getBaseCurrency(),
                    profile.getAgeBand(),
                    profile.getIncomeBand(),
                    profile.getCountry(),
                    profile.getAttentionBudget(),
                    profile.getMutedKinds());
        }

        Profile profile() {
            return new Profile(
                    timeZone,
                    baseCurrency,
                    ageBand,
                    incomeBand,
                    country,
                    attentionBudget == null ? DEFAULT_ATTENTION : attentionBudget,
                    mutedKinds == null ? List.of() : mutedKinds);
        }
    }

    /** An amount that a client writes. */
    record AmountBody(@Nullable Decimal amount, @Nullable String currency) {}

    /**
     * A rule as a client writes it: where everything that is set matches, what is set is applied.
     *
     * @param priority higher goes first
     * @param contains matches when the normalised description contains it
     * @param expression matches when this RE2 expression finds something in the normalised description
     * @param merchant matches this merchant key
     * @param account matches this account
     * @param direction matches OUTFLOW or INFLOW
     * @param minAmount matches this currency from this amount on
     * @param maxAmount matches this currency up to this amount
     * @param category the category to set
     * @param bucket the bucket to set
     * @param merchantName the merchant name to show
     */
    record RuleBody(
            @Nullable Integer priority,
            @Nullable String contains,
            @Nullable String expression,
            @Nullable String merchant,
            @Nullable String account,
            @Nullable String direction,
            @Nullable AmountBody minAmount,
            @Nullable AmountBody maxAmount,
            @Nullable String category,
            @Nullable String bucket,
            @Nullable String merchantName) {}

    /** A rule as it stands; fields as in {@link RuleBody}. */
    record RuleView(
            String id,
            int priority,
            @Nullable String contains,
            @Nullable String expression,
            @Nullable String merchant,
            @Nullable String account,
            @Nullable Direction direction,
            @Nullable MoneyView minAmount,
            @Nullable MoneyView maxAmount,
            @Nullable String category,
            @Nullable Bucket bucket,
            @Nullable String merchantName) {

        static RuleView of(UserRule rule) {
            return new RuleView(
                    rule.getRuleId(),
                    rule.getPriority(),
                    rule.getContains(),
                    rule.getExpression(),
                    rule.getMerchantKey(),
                    rule.getAccountId(),
                    rule.getDirection(),
                    rule.getMinAmount() == null ? null : MoneyView.of(rule.getMinAmount()),
                    rule.getMaxAmount() == null ? null : MoneyView.of(rule.getMaxAmount()),
                    rule.getSetCategory(),
                    rule.getSetBucket(),
                    rule.getSetMerchantName());
        }
    }

    /** A user's rules. */
    record RulesView(List<RuleView> rules, @Nullable RestatingView restating) {}

    /** What a category shall count as; null goes back to the default. */
    record BucketBody(@Nullable String bucket) {}

    /** What a category counts as for a user. */
    record BucketView(String category, Bucket bucket, boolean overridden) {}

    /** A category of the taxonomy. */
    record CategoryRow(String category, String primary, Bucket bucket) {}

    /** The taxonomy. */
    record TaxonomyView(List<CategoryRow> categories) {}

    /** What is left of a rule that is gone. */
    record DeletedView(String id, boolean deleted) {}
}
