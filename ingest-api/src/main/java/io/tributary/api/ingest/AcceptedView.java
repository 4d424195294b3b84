package io.tributary.api.ingest;

import io.tributary.api.problem.Problem;
import io.tributary.api.query.TransactionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of posted transactions.
 *
 * @param accepted one row for each, in their order
 * @param position the token that the header carries too
 */
public record AcceptedView(List<Row> accepted, String position) {

    /**
     * One of them.
     *
     * @param id its id
     * @param status accepted (the log has it), created, replayed, applied, or refused
     * @param transaction what it is now, where that was waited for
     * @param problem why it was refused
     */
    public record Row(
            String id,
            String status,
            @Nullable TransactionView transaction,
            @Nullable Problem problem) {

        static Row accepted(String id) {
            return new Row(id, "accepted", null, null);
        }
    }
}
