package io.tributary.topologies.insight;

import io.tributary.topologies.flow.MerchantSlice;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a slice shows with the findings that are open. Findings on hits that are judged no more stay as they
 * are, until the hit itself goes or becomes another. The merchant's first hit is known from the time when the slice was
 * complete; an older one that comes later takes its place.
 */
final class SliceDiff {

    private final SliceJudge judge;

    SliceDiff(InsightConfig config) {
        this.judge = new SliceJudge(config);
    }

    SliceOutcome compare(MerchantSlice slice, List<Mark> marks) {
        Touch touch = Touch.of(slice);
        Map<String, Finding> found = new HashMap<>();
        Span span = Span.of(slice, touch);
        judge.judge(slice, span, touch.merchantName()).forEach(finding -> found.put(finding.id(), finding));
        List<Finding> open = new ArrayList<>();
        Set<String> withdraw = new LinkedHashSet<>(goneUnseen(slice, touch, span));
        List<Mark> next = new ArrayList<>();
        for (Mark mark : marks) {
            Finding finding = found.remove(mark.id());
            if (finding == null && InsightKind.NEW_MERCHANT.made(mark.id())) {
                finding = olderFirst(slice, touch, mark);
            }
            if (finding != null) {
                Mark marked = Mark.of(finding);
                next.add(marked);
                if (marked.digest() != mark.digest()) {
                    open.add(finding);
                }
            } else if (hasLostGround(slice, touch, span, mark)) {
                withdraw.add(mark.id());
            } else if (isRemembered(slice, mark)) {
                next.add(mark);
            }
        }
        for (Finding finding : found.values()) {
            next.add(Mark.of(finding));
            open.add(finding);
        }
        open.sort(Comparator.comparing(Finding::id));
        next.sort(Comparator.comparing(Mark::id));
        return new SliceOutcome(open, withdraw, next);
    }

    /** In an incomplete slice: the hit that has come, if it is older than the first one known, or that one itself. */
    private @Nullable Finding olderFirst(MerchantSlice slice, Touch touch, Mark mark) {
        Hit come = touch.come();
        if (slice.complete() || come == null) {
            return null;
        }
        int order = come.at().compareTo(mark.at());
        boolean first = order < 0 || (order == 0 && come.transactionId().compareTo(mark.evidence()) <= 0);
        return first ? judge.first(come, slice, touch.merchantName()) : null;
    }

    private static boolean hasLostGround(MerchantSlice slice, Touch touch, Span span, Mark mark) {
        boolean byMerchant = InsightKind.NEW_MERCHANT.made(mark.id());
        String transaction = byMerchant ? mark.evidence() : InsightKind.subjectOf(mark.id());
        if (touch.isAltered() && isOf(touch.gone(), transaction)) {
            return true;
        }
        return byMerchant ? slice.complete() : span.contains(Span.place(slice, transaction));
    }

    /** A merchant's mark holds as long as the merchant; a transaction's while the slice still shows it. */
    private static boolean isRemembered(MerchantSlice slice, Mark mark) {
        return InsightKind.NEW_MERCHANT.made(mark.id()) || Span.place(slice, InsightKind.subjectOf(mark.id())) >= 0;
    }

    /** Findings that may be open on a hit that went, or became another, where it is judged no more. */
    private static List<String> goneUnseen(MerchantSlice slice, Touch touch, Span span) {
        Hit gone = touch.gone();
        if (gone == null
                || slice.complete()
                || !touch.isAltered()
                || span.contains(Span.place(slice, gone.transactionId()))) {
            return List.of();
        }
        return List.of(
                InsightKind.LARGE_TRANSACTION.id(gone.transactionId()),
                InsightKind.DUPLICATE_CHARGE.id(gone.transactionId()));
    }

    private static boolean isOf(@Nullable Hit hit, String transactionId) {
        return hit != null && hit.transactionId().equals(transactionId);
    }
}
