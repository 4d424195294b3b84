package io.tributary.topologies.insight;

import io.tributary.avro.Insight;
import io.tributary.topologies.flow.JobEnded;
import io.tributary.topologies.flow.LedgerChange;
import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.state.UserKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** One task's findings. Each method decides first, then writes, and returns the revisions it wrote. */
final class InsightUpdate {

    private final InsightConfig config;
    private final SliceDiff slices;
    private final FeeDetector fees = new FeeDetector();
    private final RestatedDetector restated = new RestatedDetector();
    private final UserKeys users = new UserKeys();
    private final InsightRows rows;
    private final MarkRows merchants;

    InsightUpdate(InsightConfig config, KeyValueStore<Bytes, byte[]> insights) {
        this.config = config;
        this.slices = new SliceDiff(config);
        this.rows = new InsightRows(insights);
        this.merchants = new MarkRows(insights, config.cachedMerchants());
    }

    /** A merchant's newest hits have changed. */
    List<Insight> slice(MerchantSlice slice) {
        Cause cause = Cause.of(slice.change());
        byte[] user = users.of(cause.user());
        Bytes key = MarkRows.key(user, slice.merchantKey());
        List<Mark> marks = merchants.get(key);
        SliceOutcome outcome = slices.compare(slice, marks);
        List<Insight> revisions = decide(cause, outcome.open(), outcome.withdraw());
        if (outcome.marks().equals(marks)) {
            rows.put(user, revisions);
            return revisions;
        }
        byte[] encoded = merchants.encode(outcome.marks());
        rows.put(user, revisions);
        merchants.put(key, outcome.marks(), encoded);
        return revisions;
    }

    /** An entry has changed: fees are found on the entry alone. */
    List<Insight> change(LedgerChange change) {
        Finding before = fees.judge(change.before());
        Finding after = fees.judge(change.after());
        if (after == null) {
            return before == null ? List.of() : write(Cause.of(change), List.of(), List.of(before.id()));
        }
        boolean same = before != null && before.id().equals(after.id()) && before.digest() == after.digest();
        return same ? List.of() : write(Cause.of(change), List.of(after), List.of());
    }

    /** A job has ended. */
    List<Insight> job(JobEnded ended) {
        Finding finding = restated.judge(ended);
        return finding == null ? List.of() : write(Cause.of(ended), List.of(finding), List.of());
    }

    private List<Insight> write(Cause cause, List<Finding> open, List<String> withdraw) {
        List<Insight> revisions = decide(cause, open, withdraw);
        rows.put(users.of(cause.user()), revisions);
        return revisions;
    }

    private List<Insight> decide(Cause cause, List<Finding> open, Collection<String> withdraw) {
        byte[] user = users.of(cause.user());
        List<Insight> revisions = new ArrayList<>(open.size() + withdraw.size());
        for (String id : withdraw) {
            Insight stored = rows.get(user, id);
            if (stored != null && InsightRows.isOpen(stored)) {
                revisions.add(cause.withdraw(stored));
            }
        }
        for (Finding finding : open) {
            Insight stored = rows.get(user, finding.id());
            if (!InsightRows.says(stored, finding.digest())) {
                revisions.add(cause.open(finding, stored, config.announcedFor()));
            }
        }
        return revisions;
    }
}
