package io.tributary.topologies;

import io.tributary.avro.Bucket;
import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.UserRule;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classification;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.PersonalSettings;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A classifier that tests can see through: the first word is the merchant, and a few words have a category. */
public final class PlainClassifier implements Classifier {

    private static final Map<String, String> CATEGORIES = Map.of(
            "tesco", "FOOD_AND_DRINK_GROCERIES",
            "cafe", "FOOD_AND_DRINK_COFFEE",
            "rent", "RENT_AND_UTILITIES_RENT",
            "fee", "BANK_FEES_OTHER_BANK_FEES",
            "salary", "INCOME_WAGES");

    @Override
    public String version() {
        return "plain";
    }

    @Override
    public Automatic automatic(Subject subject) {
        String named = subject.merchantName() == null ? subject.description() : subject.merchantName();
        String merchant = named.split(" ", 2)[0].toLowerCase(Locale.ROOT);
        Category category = Taxonomy.of(CATEGORIES.getOrDefault(merchant, "OTHER"));
        DecidedBy by = category.code().equals("OTHER") ? DecidedBy.NONE : DecidedBy.DICTIONARY;
        return new Automatic(
                subject.description().toUpperCase(Locale.ROOT),
                merchant,
                merchant,
                category,
                by,
                0.9f,
                ConfidenceLevel.HIGH);
    }

    @Override
    public Classification personal(
            Subject subject, Automatic automatic, PersonalSettings settings, @Nullable Category chosen) {
        UserRule rule = settings.rules().stream()
                .filter(known -> known.getContains() != null
                        && automatic.normalised().contains(known.getContains().toUpperCase(Locale.ROOT)))
                .min((left, right) -> left.getRuleId().compareTo(right.getRuleId()))
                .orElse(null);
        Category corrected = settings.corrections().get(automatic.merchantKey());
        if (chosen != null) {
            return decided(automatic, chosen, DecidedBy.USER, settings, null);
        }
        if (rule != null && rule.getSetCategory() != null) {
            Category category = Taxonomy.of(rule.getSetCategory());
            return decided(automatic, category, DecidedBy.USER_RULE, settings, rule.getRuleId());
        }
        if (corrected != null) {
            return decided(automatic, corrected, DecidedBy.USER_MERCHANT, settings, null);
        }
        return decided(automatic, automatic.category(), automatic.decidedBy(), settings, null);
    }

    @Override
    public List<Alternative> alternatives(Subject subject, int most) {
        return List.of(new Alternative(automatic(subject).category(), 0.9f));
    }

    private static Classification decided(
            Automatic automatic, Category category, DecidedBy by, PersonalSettings settings, @Nullable String ruleId) {
        Bucket bucket = settings.buckets().getOrDefault(category, category.defaultBucket());
        return new Classification(
                automatic.merchantName(),
                automatic.merchantKey(),
                category,
                bucket,
                by,
                by == DecidedBy.USER ? 1f : automatic.probability(),
                automatic.level(),
                by == DecidedBy.NONE,
                ruleId);
    }
}
