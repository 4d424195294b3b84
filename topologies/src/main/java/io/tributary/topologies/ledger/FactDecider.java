package io.tributary.topologies.ledger;

import io.tributary.avro.ChangeKind;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.Fact;
import io.tributary.avro.FactVersion;
import io.tributary.avro.RawTransaction;
import io.tributary.topologies.flow.CanonicalBytes;
import io.tributary.topologies.flow.ContentDigest;
import io.tributary.topologies.flow.Facts;
import io.tributary.topologies.flow.Input.FactInput;
import io.tributary.topologies.settings.UserSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a fact does to its entry. A fact is a whole transaction; the highest version is current, so any
 * permutation and repetition of facts with versions of their own leaves the same entry.
 *
 * <ul>
 *   <li>The version is the producer's, else the time of the log in milliseconds, then the offset; two contents under
 *       one producer's version are ordered by their canonical bytes.
 *   <li>Without a producer's version, content seen before under the id is a repetition, not an amendment: a producer
 *       that retries an old fact reverts nothing.
 *   <li>Where an idempotency key gives the id, the first content stays: the same again changes nothing, other content is
 *       refused. Beside an id of the producer's own a key says nothing.
 * </ul>
 */
final class FactDecider {

    private static final int MOST_DIGESTS = 8;
    private static final EntryDecision STAYS = new EntryDecision.Stays();

    private final Entries entries;
    private final ContentDigest digests = new ContentDigest();
    private final CanonicalBytes canonical = new CanonicalBytes();

    FactDecider(Entries entries) {
        this.entries = entries;
    }

    EntryDecision decide(@Nullable ClassifiedTransaction before, FactInput input, UserSettings settings) {
        RawTransaction raw = input.transaction();
        Fact fact = Facts.of(raw);
        // Facts that are ordered by a version of their own need none, and a digest is a good part of a decision's work.
        boolean needsDigest = raw.getSourceVersion() == null || isNamedByKey(raw);
        long digest = needsDigest ? digests.of(fact) : 0;
        FactVersion version = new FactVersion(
                raw.getSourceVersion(),
                input.origin().recordedAt(),
                input.origin().offset());
        if (before == null) {
            return created(input, fact, digest, version, settings);
        }
        if (isNamedByKey(raw)) {
            return keyed(before, digest);
        }
        boolean newest = newer(before, version, fact);
        boolean repeated = raw.getSourceVersion() == null && seen(before, digest);
        if (!newest || repeated) {
            return STAYS;
        }
        return amended(before, input, fact, digest, version, settings);
    }

    private EntryDecision created(FactInput input, Fact fact, long digest, FactVersion version, UserSettings settings) {
        EntryDraft draft =
                new EntryDraft(input.transaction().getUserId(), input.transactionId(), fact, version, input.origin());
        draft.firstDigest = isNamedByKey(input.transaction()) ? digest : 0;
        draft.digests = version.getSourceVersion() == null ? List.of(digest) : List.of();
        return new EntryDecision.Becomes(entries.derive(draft, settings, input.automatic()));
    }

    private EntryDecision keyed(ClassifiedTransaction before, long digest) {
        long first = before.getFirstDigest() != 0 ? before.getFirstDigest() : digests.of(CurrentFact.of(before));
        return first == digest
                ? STAYS
                : new EntryDecision.Refused(
                        "idempotency_key",
                        "idempotency_key.same-content",
                        "This key was used before with other content.");
    }

    private EntryDecision amended(
            ClassifiedTransaction before,
            FactInput input,
            Fact fact,
            long digest,
            FactVersion version,
            UserSettings settings) {
        EntryDraft draft = new EntryDraft(before);
        boolean same = fact.equals(draft.fact);
        draft.fact = fact;
        Entries.Derived derived = entries.derived(draft, settings, input.automatic());
        if (!same) {
            draft.next(before, kind(before, fact), input.origin());
        } else if (!derived.entry(draft).equals(before)) {
            draft.next(before, ChangeKind.RESTATED, input.origin());
        }
        draft.factVersion = version;
        draft.digests = version.getSourceVersion() == null ? with(before.getDigests(), digest) : before.getDigests();
        return new EntryDecision.Becomes(derived.entry(draft));
    }

    /** Beside an id of the producer's own a key says nothing: the id names the transaction. */
    private static boolean isNamedByKey(RawTransaction raw) {
        return raw.getId() == null && raw.getIdempotencyKey() != null;
    }

    private static ChangeKind kind(ClassifiedTransaction before, Fact fact) {
        boolean voided = Overlays.over(fact, before.getOverlay()).getVoided();
        if (voided == before.getVoided()) {
            return ChangeKind.AMENDED;
        }
        return voided ? ChangeKind.VOIDED : ChangeKind.RESTORED;
    }

    private boolean newer(ClassifiedTransaction before, FactVersion version, Fact fact) {
        FactVersion current = before.getFactVersion();
        int byNumber = Long.compare(number(version), number(current));
        if (byNumber != 0) {
            return byNumber > 0;
        }
        if (version.getSourceVersion() != null && current.getSourceVersion() != null) {
            return CanonicalBytes.compare(canonical.of(fact), canonical.of(CurrentFact.of(before))) > 0;
        }
        return version.getOffset() > current.getOffset();
    }

    private boolean seen(ClassifiedTransaction before, long digest) {
        return before.getDigests().contains(digest) || digests.of(CurrentFact.of(before)) == digest;
    }

    private static long number(FactVersion version) {
        Long own = version.getSourceVersion();
        return own == null ? version.getRecordedAt().toEpochMilli() : own;
    }

    private static List<Long> with(List<Long> digests, long digest) {
        List<Long> newest =
                new ArrayList<>(digests.subList(Math.max(0, digests.size() - MOST_DIGESTS + 1), digests.size()));
        newest.add(digest);
        return newest;
    }
}
