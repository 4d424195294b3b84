package io.tributary.topologies.ledger;

import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Fact;
import io.tributary.avro.Overlay;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classification;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.settings.UserSettings;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Derives a whole entry from its parts: effective fields, local day, classification and bucket. Pure for a given
 * version of the classifier, so that an entry is a function of its facts, its commands and the user's settings.
 */
final class Entries {

    private final Classifier classifier;

    Entries(Classifier classifier) {
        this.classifier = classifier;
    }

    /** The entry that a draft makes; {@code known} as in {@link #derived}. */
    ClassifiedTransaction derive(EntryDraft draft, UserSettings settings, @Nullable Automatic known) {
        return derived(draft, settings, known).entry(draft);
    }

    /**
     * What a draft's fact and overlay come to.
     *
     * @param known what the classifier already said of the fact; used where no overlay covers it
     */
    Derived derived(EntryDraft draft, UserSettings settings, @Nullable Automatic known) {
        Overlay overlay = Overlays.orNull(draft.overlay);
        Fact effective = Overlays.over(draft.fact, overlay);
        Subject subject = subject(effective);
        Automatic automatic = known != null && overlay == null ? known : classifier.automatic(subject);
        return new Derived(
                effective,
                overlay,
                classifier.personal(subject, automatic, settings.personal(), chosen(overlay)),
                settings.zone(),
                classifier.version());
    }

    /**
     * Everything of an entry but its bookkeeping.
     *
     * @param effective the fact with the overlay laid over it
     * @param overlay what the user changed; null when nothing
     * @param decided the classification
     * @param zone the zone that decides the local day
     * @param modelVersion the classifier that decided
     */
    record Derived(
            Fact effective, @Nullable Overlay overlay, Classification decided, ZoneId zone, String modelVersion) {

        /** The entry, with the bookkeeping as the draft now has it. */
        ClassifiedTransaction entry(EntryDraft draft) {
            return new ClassifiedTransaction(
                    draft.userId,
                    draft.transactionId,
                    draft.version,
                    draft.kind,
                    effective.getAmount(),
                    effective.getDirection(),
                    effective.getDescription(),
                    effective.getOccurredAt(),
                    effective.getOccurredOn(),
                    localDay(effective, zone),
                    sortAt(effective, zone),
                    effective.getAccountId(),
                    effective.getAccountKind(),
                    effective.getMcc(),
                    decided.merchantName(),
                    decided.merchantKey(),
                    effective.getMerchantName(),
                    effective.getStatus(),
                    effective.getVoided(),
                    effective.getSource(),
                    decided.category().primary(),
                    decided.category().code(),
                    decided.bucket(),
                    decided.decidedBy(),
                    decided.probability(),
                    decided.level(),
                    decided.needsReview(),
                    decided.ruleId(),
                    modelVersion,
                    draft.factVersion,
                    draft.firstOffset,
                    draft.firstDigest,
                    draft.digests,
                    overlay == null ? null : draft.fact,
                    overlay,
                    draft.history,
                    draft.recordedAt,
                    draft.sourceOffset);
        }
    }

    /** What the classifier may look at. */
    static Subject subject(Fact effective) {
        return new Subject(
                effective.getDescription(),
                effective.getMerchantName(),
                effective.getDirection(),
                effective.getAmount().getMinor(),
                effective.getAmount().getCurrency(),
                effective.getAccountId(),
                effective.getAccountKind(),
                effective.getMcc());
    }

    private static @Nullable Category chosen(@Nullable Overlay overlay) {
        String category = overlay == null ? null : overlay.getCategory();
        return category == null ? null : Taxonomy.of(category);
    }

    private static LocalDate localDay(Fact effective, ZoneId zone) {
        Instant at = effective.getOccurredAt();
        return at == null
                ? Objects.requireNonNull(effective.getOccurredOn())
                : at.atZone(zone).toLocalDate();
    }

    private static Instant sortAt(Fact effective, ZoneId zone) {
        Instant at = effective.getOccurredAt();
        return at == null
                ? Objects.requireNonNull(effective.getOccurredOn())
                        .atStartOfDay(zone)
                        .toInstant()
                : at;
    }
}
