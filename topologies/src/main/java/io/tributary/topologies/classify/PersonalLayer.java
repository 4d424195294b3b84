package io.tributary.topologies.classify;

import io.tributary.avro.Bucket;
import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.UserRule;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classification;
import io.tributary.topologies.flow.PersonalSettings;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lays what one user has taught over what holds for everybody: their category for this very transaction, then the first
 * of their rules that sets a category, then their category for the merchant, then the automatic decision.
 *
 * <p>The first rule that matches also gives the name to show, and its bucket unless the user chose this transaction's
 * category themselves. Belongs to one thread.
 */
final class PersonalLayer {

    /** As many users' compiled rules as are kept; the one unused for longest goes. */
    private static final int MOST_COMPILED = 256;

    private final Map<Identity, PersonalRules> compiled = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, PersonalRules> eldest) {
            return size() > MOST_COMPILED;
        }
    };

    Classification decide(Subject subject, Automatic automatic, PersonalSettings settings, @Nullable Category chosen) {
        UserRule rule = settings.rules().isEmpty() ? null : rulesOf(settings).first(subject, automatic);
        Category byRule = rule == null ? null : categoryOf(rule);
        Category byMerchant = settings.corrections().get(automatic.merchantKey());
        if (chosen != null) {
            return taught(subject, automatic, settings, new Verdict(chosen, DecidedBy.USER, rule));
        }
        if (byRule != null) {
            return taught(subject, automatic, settings, new Verdict(byRule, DecidedBy.USER_RULE, rule));
        }
        if (byMerchant != null && !automatic.merchantKey().isEmpty()) {
            return taught(subject, automatic, settings, new Verdict(byMerchant, DecidedBy.USER_MERCHANT, rule));
        }
        return untaught(subject, automatic, settings, rule);
    }

    private record Verdict(
            Category category,
            DecidedBy decidedBy,
            @Nullable UserRule rule) {}

    private static Classification taught(
            Subject subject, Automatic automatic, PersonalSettings settings, Verdict verdict) {
        Bucket usual = Buckets.bucket(verdict.category(), subject.direction(), verdict.decidedBy(), settings.buckets());
        boolean ruleFree = verdict.rule() == null || verdict.decidedBy() == DecidedBy.USER;
        return new Classification(
                nameOf(verdict.rule(), automatic),
                automatic.merchantKey(),
                verdict.category(),
                ruleFree ? usual : bucketOf(verdict.rule(), usual),
                verdict.decidedBy(),
                1f,
                ConfidenceLevel.VERY_HIGH,
                false,
                idOf(verdict.rule()));
    }

    private static Classification untaught(
            Subject subject, Automatic automatic, PersonalSettings settings, @Nullable UserRule rule) {
        Category category = Buckets.category(
                automatic.category(), subject.direction(), automatic.decidedBy(), subject.accountKind());
        boolean turned = !category.equals(automatic.category());
        Bucket usual = Buckets.bucket(category, subject.direction(), automatic.decidedBy(), settings.buckets());
        return new Classification(
                nameOf(rule, automatic),
                automatic.merchantKey(),
                category,
                bucketOf(rule, usual),
                automatic.decidedBy(),
                automatic.probability(),
                turned ? ConfidenceLevel.LOW : automatic.level(),
                turned || automatic.level() == ConfidenceLevel.LOW,
                idOf(rule));
    }

    private static @Nullable Category categoryOf(UserRule rule) {
        String code = rule.getSetCategory();
        return code == null ? null : Taxonomy.find(code).orElse(null);
    }

    private static Bucket bucketOf(@Nullable UserRule rule, Bucket usual) {
        Bucket set = rule == null ? null : rule.getSetBucket();
        return set == null ? usual : set;
    }

    private static String nameOf(@Nullable UserRule rule, Automatic automatic) {
        String set = rule == null ? null : rule.getSetMerchantName();
        return set == null ? automatic.merchantName() : set;
    }

    private static @Nullable String idOf(@Nullable UserRule rule) {
        return rule == null ? null : rule.getRuleId();
    }

    private PersonalRules rulesOf(PersonalSettings settings) {
        return compiled.computeIfAbsent(new Identity(settings), key -> PersonalRules.compile(settings.rules()));
    }

    /** Settings by identity: they are immutable, and comparing their content would cost more than compiling. */
    private record Identity(PersonalSettings settings) {

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(@Nullable Object other) {
            return other instanceof Identity that && that.settings == settings;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(settings);
        }
    }
}
