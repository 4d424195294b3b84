package io.tributary.topologies.ledger;

import io.tributary.avro.AmendTransaction;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.ChangeKind;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.CorrectionScope;
import io.tributary.avro.Overlay;
import io.tributary.avro.VoidTransaction;
import io.tributary.topologies.flow.Origin;
import io.tributary.topologies.settings.UserSettings;
import io.tributary.topologies.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/** Decides what a user's command does to an entry, and what new settings do to it. */
final class OverlayDecider {

    private static final EntryDecision STAYS = new EntryDecision.Stays();

    private final Entries entries;

    OverlayDecider(Entries entries) {
        this.entries = entries;
    }

    /** Fields are changed. */
    EntryDecision amend(ClassifiedTransaction before, AmendTransaction command, UserSettings settings, Origin origin) {
        return laid(before, Overlays.amend(before.getOverlay(), command), ChangeKind.AMENDED, settings, origin);
    }

    /** The transaction is taken out of every figure, or put back. */
    EntryDecision voided(ClassifiedTransaction before, VoidTransaction command, UserSettings settings, Origin origin) {
        ChangeKind kind = command.getVoided() ? ChangeKind.VOIDED : ChangeKind.RESTORED;
        return laid(before, Overlays.voided(before.getOverlay(), command.getVoided()), kind, settings, origin);
    }

    /**
     * The category is corrected. A correction of the merchant takes an earlier choice for this very transaction back, so
     * that it follows its merchant.
     */
    EntryDecision categorised(
            ClassifiedTransaction before, CategoriseTransaction command, UserSettings settings, Origin origin) {
        String chosen = command.getScope() == CorrectionScope.THIS
                ? Taxonomy.of(command.getCategory()).code()
                : null;
        Overlay overlay = Overlays.categorised(before.getOverlay(), chosen);
        return laid(before, overlay, ChangeKind.CATEGORISED, settings, origin);
    }

    /** Settings have changed: what is derived from them is derived again. */
    EntryDecision restated(ClassifiedTransaction before, UserSettings settings, Origin origin) {
        return laid(before, before.getOverlay(), ChangeKind.RESTATED, settings, origin);
    }

    private EntryDecision laid(
            ClassifiedTransaction before,
            @Nullable Overlay overlay,
            ChangeKind kind,
            UserSettings settings,
            Origin origin) {
        EntryDraft draft = new EntryDraft(before);
        draft.overlay = overlay;
        Entries.Derived derived = entries.derived(draft, settings, null);
        if (derived.entry(draft).equals(before)) {
            return STAYS;
        }
        draft.next(before, kind, origin);
        return new EntryDecision.Becomes(derived.entry(draft));
    }
}
