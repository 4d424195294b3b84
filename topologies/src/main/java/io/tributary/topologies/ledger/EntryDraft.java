package io.tributary.topologies.ledger;

import io.tributary.avro.ChangeKind;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Fact;
import io.tributary.avro.FactVersion;
import io.tributary.avro.HistoryEntry;
import io.tributary.avro.Overlay;
import io.tributary.topologies.flow.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry while it is being decided: what it is made of, before anything is derived from that. */
final class EntryDraft {

    private static final int MOST_HISTORY = 16;

    final String userId;
    final String transactionId;
    Fact fact;

    @Nullable
    Overlay overlay;

    FactVersion factVersion;
    long firstOffset;
    long firstDigest;
    List<Long> digests;
    long version;
    ChangeKind kind;
    List<HistoryEntry> history;
    Instant recordedAt;
    long sourceOffset;

    /** A new entry, made by the fact at {@code origin}. */
    EntryDraft(String userId, String transactionId, Fact fact, FactVersion factVersion, Origin origin) {
        this.userId = userId;
        this.transactionId = transactionId;
        this.fact = fact;
        this.factVersion = factVersion;
        this.firstOffset = origin.offset();
        this.digests = List.of();
        this.version = 1;
        this.kind = ChangeKind.CREATED;
        this.history = List.of();
        this.recordedAt = origin.recordedAt();
        this.sourceOffset = origin.offset();
    }

    /** The parts of an existing entry. */
    EntryDraft(ClassifiedTransaction entry) {
        this.userId = entry.getUserId();
        this.transactionId = entry.getTransactionId();
        this.fact = CurrentFact.of(entry);
        this.overlay = entry.getOverlay();
        this.factVersion = entry.getFactVersion();
        this.firstOffset = entry.getFirstOffset();
        this.firstDigest = entry.getFirstDigest();
        this.digests = entry.getDigests();
        this.version = entry.getVersion();
        this.kind = entry.getChangeKind();
        this.history = entry.getHistory();
        this.recordedAt = entry.getRecordedAt();
        this.sourceOffset = entry.getSourceOffset();
    }

    /** Makes it the next version of {@code before}, which joins the history. */
    void next(ClassifiedTransaction before, ChangeKind change, Origin origin) {
        version = before.getVersion() + 1;
        kind = change;
        history = remembering(before);
        recordedAt = origin.recordedAt();
        sourceOffset = origin.offset();
    }

    private static List<HistoryEntry> remembering(ClassifiedTransaction before) {
        List<HistoryEntry> known = before.getHistory();
        List<HistoryEntry> history =
                new ArrayList<>(known.subList(Math.max(0, known.size() - MOST_HISTORY + 1), known.size()));
        history.add(new HistoryEntry(
                before.getVersion(),
                before.getChangeKind(),
                before.getRecordedAt(),
                before.getSourceOffset(),
                before.getAmount(),
                before.getCategoryDetail(),
                before.getDecidedBy(),
                before.getVoided()));
        return history;
    }
}
