package io.tributary.api.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.api.position.PositionToken;
import io.tributary.api.query.TransactionView;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of each row of a list, whichever instance says so. Of one thread. */
final class Outcomes {

    private final List<Reading.Fact> facts;
    private final boolean wait;
    private final @Nullable Object[] rows;
    private final long deadline = FactVerdicts.deadline();
    private PositionToken position = PositionToken.NONE;

    Outcomes(List<Reading.Fact> facts, boolean wait) {
        this.facts = facts;
        this.wait = wait;
        this.rows = new Object[facts.size()];
    }

    /** As {@link AcceptedView}, with rows as they are here or as another instance wrote them. */
    private record Body(List<@Nullable Object> accepted, String position) {}

    Reading.Fact fact(int row) {
        return facts.get(row);
    }

    /** The row is in the log; where somebody waits, this does too. */
    void appended(int row, Appended at, FactVerdicts verdicts) {
        Reading.Fact fact = facts.get(row);
        position = position.merge(PositionToken.at(at.partition(), at.offset()));
        rows[row] = wait || fact.isKeyed()
                ? row(fact, verdicts.of(fact, at, deadline))
                : AcceptedView.Row.accepted(fact.id());
    }

    /** Another instance has taken the rows and says what became of them, in their order. */
    void answered(List<Integer> taken, JsonNode accepted, PositionToken until) {
        position = position.merge(until);
        for (int i = 0; i < taken.size(); i++) {
            rows[taken.get(i)] = accepted.get(i);
        }
    }

    PositionToken position() {
        return position;
    }

    Object body() {
        return new Body(Arrays.asList(rows), position.text());
    }

    private static AcceptedView.Row row(Reading.Fact fact, FactVerdict verdict) {
        String id = fact.id();
        if (verdict instanceof FactVerdict.Created created) {
            return new AcceptedView.Row(id, "created", TransactionView.of(created.entry()), null);
        }
        if (verdict instanceof FactVerdict.Replayed replayed) {
            return new AcceptedView.Row(id, "replayed", TransactionView.of(replayed.entry()), null);
        }
        if (verdict instanceof FactVerdict.Applied applied) {
            return new AcceptedView.Row(id, "applied", TransactionView.of(applied.entry()), null);
        }
        if (verdict instanceof FactVerdict.Undecided) {
            return AcceptedView.Row.accepted(id);
        }
        return new AcceptedView.Row(id, "refused", null, verdict.problem().problem(null));
    }
}
