package io.tributary.topologies.classify;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Bucket;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a category counts as. Direction first:
 *
 * <ul>
 *   <li>Money out of a category that leaves the totals (NEUTRAL, SAVING) does so only where a user, a rule or the
 *       dictionary decided; a model's, keyword's or code's transfer keeps its label and counts as WANT, one that comes
 *       in as INCOME. (Pairing two legs of a transfer comes later and overrules this.)
 *   <li>Money in under a spend category is a refund and keeps the category's bucket, where it was not decided by the
 *       model alone or the account is a card; otherwise it is INCOME_OTHER_INCOME, to be reviewed. A fee that comes back
 *       stays BANK_FEES.
 *   <li>Money out under INCOME (a user said so) counts as WANT: no total takes it off income, and it must not vanish.
 *   <li>A user's bucket for the category, the detailed one before its primary, goes before the default; but nothing
 *       makes money out INCOME.
 * </ul>
 */
final class Buckets {

    private static final Category OTHER_INCOME = Taxonomy.of("INCOME_OTHER_INCOME");
    private static final String BANK_FEES = "BANK_FEES";
    private static final Set<DecidedBy> TRUSTED = Set.of(
            DecidedBy.USER,
            DecidedBy.USER_RULE,
            DecidedBy.USER_MERCHANT,
            DecidedBy.STRUCTURE,
            DecidedBy.DICTIONARY,
            DecidedBy.TRANSFER_RULE,
            DecidedBy.WEAK_RULE);
    private static final Set<DecidedBy> GUESSED = Set.of(DecidedBy.MODEL, DecidedBy.NONE);

    private Buckets() {}

    /** The category that holds once the direction is looked at: what was guessed of an inflow may not be a refund. */
    static Category category(
            Category decided, Direction direction, DecidedBy decidedBy, @Nullable AccountKind accountKind) {
        boolean refundable = direction == Direction.OUTFLOW
                || !isSpend(decided)
                || decided.primary().equals(BANK_FEES)
                || !GUESSED.contains(decidedBy)
                || accountKind == AccountKind.CARD;
        return refundable ? decided : OTHER_INCOME;
    }

    /** What the category counts as. */
    static Bucket bucket(Category category, Direction direction, DecidedBy decidedBy, Map<Category, Bucket> overrides) {
        Bucket chosen = override(category, overrides);
        if (chosen != null && !(chosen == Bucket.INCOME && direction == Direction.OUTFLOW)) {
            return chosen;
        }
        Bucket usual = category.defaultBucket();
        boolean leavesTotals = usual == Bucket.NEUTRAL || usual == Bucket.SAVING;
        if (leavesTotals && !TRUSTED.contains(decidedBy)) {
            return direction == Direction.INFLOW ? Bucket.INCOME : Bucket.WANT;
        }
        return usual == Bucket.INCOME && direction == Direction.OUTFLOW ? Bucket.WANT : usual;
    }

    private static @Nullable Bucket override(Category category, Map<Category, Bucket> overrides) {
        if (overrides.isEmpty()) {
            return null;
        }
        Bucket detailed = overrides.get(category);
        return detailed != null ? detailed : overrides.get(Taxonomy.of(category.primary()));
    }

    private static boolean isSpend(Category category) {
        return category.defaultBucket() == Bucket.NEED || category.defaultBucket() == Bucket.WANT;
    }
}
