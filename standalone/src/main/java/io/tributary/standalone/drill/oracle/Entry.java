package io.tributary.standalone.drill.oracle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transaction: the content with the highest version, and the user's changes laid over it field by field. Facts and
 * changes may come in any order among each other; changes come in the user's own order.
 */
final class Entry {
    private Content fact;
    private long version;
    private @Nullable Overlay overlay;

    /** Fields a user has changed; null where they have not. */
    private record Overlay(
            Change.@Nullable Amount amount,
            Change.@Nullable Moment moment,
            @Nullable Integer line,
            @Nullable Boolean voided,
            @Nullable String category) {
        static final Overlay NONE = new Overlay(null, null, null, null, null);
    }

    Entry(Content fact, long version) {
        this.fact = fact;
        this.version = version;
    }

    void fact(Content said, long saidVersion) {
        if (saidVersion > version) {
            fact = said;
            version = saidVersion;
        }
    }

    void change(Change change) {
        Overlay o = overlay == null ? Overlay.NONE : overlay;
        if (change instanceof Change.Amount amount) {
            overlay = new Overlay(amount, o.moment, o.line, o.voided, o.category);
        } else if (change instanceof Change.Moment moment) {
            overlay = new Overlay(o.amount, moment, o.line, o.voided, o.category);
        } else if (change instanceof Change.Line line) {
            overlay = new Overlay(o.amount, o.moment, line.line(), o.voided, o.category);
        } else if (change instanceof Change.Voided voided) {
            overlay = new Overlay(o.amount, o.moment, o.line, voided.voided(), o.category);
        } else if (change instanceof Change.Category category) {
            overlay = new Overlay(o.amount, o.moment, o.line, o.voided, category.category());
        } else {
            overlay = new Overlay(o.amount, o.moment, o.line, o.voided, null);
        }
    }

    /** What holds now. */
    Content effective() {
        Overlay o = overlay;
        if (o == null) {
            return fact;
        }
        LocalDate day = o.moment == null ? fact.day() : o.moment.day();
        Integer second = o.moment == null ? fact.second() : o.moment.second();
        return new Content(
                o.amount == null ? fact.minor() : o.amount.minor(),
                o.amount == null ? fact.currency() : o.amount.currency(),
                o.line == null ? fact.line() : o.line,
                day,
                second,
                o.voided == null ? fact.voided() : o.voided);
    }

    /** The category chosen for this one; null where there is none. */
    @Nullable
    String chosen() {
        return overlay == null ? null : overlay.category;
    }
}
