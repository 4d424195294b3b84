package io.tributary.topologies.ledger;

import io.tributary.avro.AmendTransaction;
import io.tributary.avro.Fact;
import io.tributary.avro.Overlay;
import org.jspecify.annotations.Nullable;

/** Lays what a user changed over what the producer says, field by field; the last command on a field wins. */
final class Overlays {

    private static final Overlay NOTHING = new Overlay(null, null, null, null, null, null, null, null, null);

    private Overlays() {}

    /** The overlay after an amendment. */
    static Overlay amend(@Nullable Overlay before, AmendTransaction command) {
        Overlay overlay = before == null ? NOTHING : before;
        boolean moved = command.getOccurredAt() != null || command.getOccurredOn() != null;
        return new Overlay(
                either(command.getAmount(), overlay.getAmount()),
                either(command.getDirection(), overlay.getDirection()),
                either(command.getDescription(), overlay.getDescription()),
                moved ? command.getOccurredAt() : overlay.getOccurredAt(),
                moved ? command.getOccurredOn() : overlay.getOccurredOn(),
                either(command.getAccountId(), overlay.getAccountId()),
                either(command.getMerchantName(), overlay.getMerchantName()),
                overlay.getVoided(),
                overlay.getCategory());
    }

    /** The overlay after the user took the transaction out, or put it back. */
    static Overlay voided(@Nullable Overlay before, boolean voided) {
        Overlay overlay = before == null ? NOTHING : before;
        return with(overlay, voided, overlay.getCategory());
    }

    /** The overlay after the user chose a category for this one; null takes the choice back. */
    static Overlay categorised(@Nullable Overlay before, @Nullable String category) {
        Overlay overlay = before == null ? NOTHING : before;
        return with(overlay, overlay.getVoided(), category);
    }

    /** Null where the overlay covers nothing, so that such entries are as small as those without one. */
    static @Nullable Overlay orNull(@Nullable Overlay overlay) {
        return NOTHING.equals(overlay) ? null : overlay;
    }

    /** What is effective. */
    static Fact over(Fact fact, @Nullable Overlay overlay) {
        if (overlay == null) {
            return fact;
        }
        boolean moved = overlay.getOccurredAt() != null || overlay.getOccurredOn() != null;
        Boolean voided = overlay.getVoided();
        return new Fact(
                either(overlay.getAmount(), fact.getAmount()),
                either(overlay.getDirection(), fact.getDirection()),
                either(overlay.getDescription(), fact.getDescription()),
                moved ? overlay.getOccurredAt() : fact.getOccurredAt(),
                moved ? overlay.getOccurredOn() : fact.getOccurredOn(),
                either(overlay.getAccountId(), fact.getAccountId()),
                fact.getAccountKind(),
                fact.getMcc(),
                either(overlay.getMerchantName(), fact.getMerchantName()),
                fact.getStatus(),
                voided == null ? fact.getVoided() : voided,
                fact.getSource());
    }

    private static Overlay with(Overlay overlay, @Nullable Boolean voided, @Nullable String category) {
        return new Overlay(
                overlay.getAmount(),
                overlay.getDirection(),
                overlay.getDescription(),
                overlay.getOccurredAt(),
                overlay.getOccurredOn(),
                overlay.getAccountId(),
                overlay.getMerchantName(),
                voided,
                category);
    }

    private static <T> T either(@Nullable T first, T second) {
        return first == null ? second : first;
    }
}
