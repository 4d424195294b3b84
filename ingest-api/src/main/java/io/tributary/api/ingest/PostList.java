package io.tributary.api.ingest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.api.json.Json;
import io.tributary.api.peers.OwnerPost;
import io.tributary.api.position.PositionToken;
import io.tributary.api.position.Positions;
import io.tributary.api.problem.FieldError;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.route.Answer;
import io.tributary.api.route.PassedOn;
import io.tributary.api.route.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a list of transactions that is validated as a whole. Rows whose fate somebody waits for go to the instances that
 * have their users, all others to the log from here; the answer has a row for each, in their order.
 */
final class PostList {

    static final int MOST_ROWS = 1_000;

    /** Amounts pass through it as the decimals they are. */
    static final ObjectReader EXACT = Json.mapper()
            .reader()
            .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final TransactionReader reader;
    private final RawLog log;
    private final FactVerdicts verdicts;
    private final OwnerPost owner;

    PostList(TransactionReader reader, RawLog log, FactVerdicts verdicts, OwnerPost owner) {
        this.reader = reader;
        this.log = log;
        this.verdicts = verdicts;
        this.owner = owner;
    }

    Answer handle(Request request, byte[] bytes, @Nullable String key) {
        if (key != null) {
            throw ProblemException.invalid(
                    "idempotency_key", "idempotency_key.row", "in a list every row has its own idempotency_key");
        }
        List<Reading.Fact> facts = validAll(request, Json.readList(bytes, TransactionBody.class));
        boolean wait = request.get(PostTransactions.WAIT);
        Outcomes outcomes = new Outcomes(facts, wait);
        if (request.isForwarded()) {
            if (!facts.stream().allMatch(fact -> owner.isHere(fact.fact().getUserId()))) {
                return PassedOn.notHere();
            }
            appendHere(IntStream.range(0, facts.size()).boxed().toList(), outcomes);
        } else {
            append(Shares.of(facts, wait, owner), request, bytes, outcomes);
        }
        PositionToken token = outcomes.position();
        return Positions.with(Answer.of(wait ? 200 : 202, outcomes.body()), request, token);
    }

    /** The other instances first, so that they work while this one does. */
    private void append(Shares shares, Request request, byte[] bytes, Outcomes outcomes) {
        List<Shares.Sent> sent = shares.send(request, bytes, owner);
        appendHere(shares.here(), outcomes);
        for (Shares.Sent share : sent) {
            if (!share.arrived(outcomes)) {
                // It may have appended all the same: the ids are the same here, so that nothing counts twice.
                appendHere(share.rows(), outcomes);
            }
        }
    }

    private void appendHere(List<Integer> rows, Outcomes outcomes) {
        List<CompletableFuture<Appended>> sent =
                rows.stream().map(row -> log.append(outcomes.fact(row).fact())).toList();
        List<Appended> appended = sent.stream().map(Appends::await).toList();
        for (int i = 0; i < appended.size(); i++) {
            outcomes.appended(rows.get(i), appended.get(i), verdicts);
        }
    }

    private List<Reading.Fact> validAll(Request request, List<TransactionBody> bodies) {
        if (bodies.isEmpty() || bodies.size() > MOST_ROWS) {
            throw ProblemException.invalid("body", "body.rows", "a list must have 1 to 1,000 rows");
        }
        List<Reading.Fact> facts = new ArrayList<>(bodies.size());
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            int row = i;
            Reading reading = reader.read(bodies.get(i), request.caller(), null);
            if (reading instanceof Reading.Refused refused) {
                refused.errors().forEach(error -> errors.add(error.in(row)));
            } else {
                facts.add((Reading.Fact) reading);
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return facts;
    }
}
