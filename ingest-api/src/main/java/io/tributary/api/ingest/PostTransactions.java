package io.tributary.api.ingest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.api.json.Json;
import io.tributary.api.position.PositionToken;
import io.tributary.api.position.Positions;
import io.tributary.api.problem.FieldError;
import io.tributary.api.problem.Problem;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.query.TransactionView;
import io.tributary.api.route.Answer;
import io.tributary.api.route.ETags;
import io.tributary.api.route.Endpoint;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes one transaction, or a list of them that is validated as a whole, and appends. Whoever waits, or gave a key, is
 * told what the ledger made of it.
 */
final class PostTransactions implements Endpoint {

    static final Param<Boolean> WAIT =
            Param.flag("wait", "Wait up to 2 s for what the ledger makes of it, and answer with that.");
    static final String KEY_HEADER = "Idempotency-Key";
    static final int MOST_ROWS = 1_000;

    /** Amounts pass through it as the decimals they are. */
    private static final ObjectReader EXACT =
            Json.mapper().readerFor(ObjectNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final TransactionReader reader;
    private final RawLog log;
    private final FactVerdicts verdicts;
    private final OwnerPost owner;
    private final Set<String> keysInFlight = ConcurrentHashMap.newKeySet();

    PostTransactions(TransactionReader reader, RawLog log, FactVerdicts verdicts, OwnerPost owner) {
        this.reader = reader;
        this.log = log;
        this.verdicts = verdicts;
        this.owner = owner;
    }

    @Override
    public Answer handle(Request request) {
        byte[] bytes = request.bytes();
        @Nullable String key = request.header(KEY_HEADER).orElse(null);
        return isList(bytes) ? list(request, bytes, key) : single(request, bytes, key);
    }

    private Answer single(Request request, byte[] bytes, @Nullable String key) {
        Reading.Fact fact = valid(reader.read(Json.read(bytes, TransactionBody.class), request.caller(), key));
        boolean wait = fact.isKeyed() || request.get(WAIT);
        if (wait) {
            Optional<Answer> elsewhere = elsewhere(request, fact, bytes);
            if (elsewhere.isPresent()) {
                return elsewhere.get();
            }
        }
        if (!fact.isKeyed()) {
            Appended appended = Appends.await(log.append(fact.fact()));
            return answer(request, fact, appended, wait, false);
        }
        String inFlight = fact.fact().getUserId() + '|' + fact.id();
        boolean first = keysInFlight.add(inFlight);
        try {
            return answer(request, fact, Appends.await(log.append(fact.fact())), true, !first);
        } finally {
            if (first) {
                keysInFlight.remove(inFlight);
            }
        }
    }

    /** What the instance that has the user says; where it is away, the log takes it from here and nobody waits. */
    private Optional<Answer> elsewhere(Request request, Reading.Fact fact, byte[] bytes) {
        try {
            return owner.post(fact.fact().getUserId(), request, identified(fact, bytes));
        } catch (IOException away) {
            // It may have appended all the same: the id is the same here, so that it does not count twice.
            return Optional.of(answer(request, fact, Appends.await(log.append(fact.fact())), false, false));
        }
    }

    /** The body with an id in it, or as it is where the client gave one or a key gives it. */
    private static byte[] identified(Reading.Fact fact, byte[] bytes) throws IOException {
        if (fact.isKeyed()) {
            return bytes;
        }
        ObjectNode body = EXACT.readValue(bytes);
        return Json.write(body.put("id", fact.id()));
    }

    private Answer answer(Request request, Reading.Fact fact, Appended appended, boolean wait, boolean second) {
        PositionToken token = PositionToken.at(appended.partition(), appended.offset());
        FactVerdict verdict = wait ? verdicts.of(fact, appended, FactVerdicts.deadline()) : new FactVerdict.Undecided();
        if (verdict instanceof FactVerdict.Undecided && second) {
            throw ProblemException.of(ProblemType.IN_FLIGHT, "Repeat the request with the same key in a moment.");
        }
        return Positions.with(answer(fact, verdict, token), request, token);
    }

    private static Answer answer(Reading.Fact fact, FactVerdict verdict, PositionToken token) {
        if (verdict instanceof FactVerdict.Created created) {
            return entry(201, TransactionView.of(created.entry()));
        }
        if (verdict instanceof FactVerdict.Replayed replayed) {
            return entry(200, TransactionView.of(replayed.entry())).with("Idempotent-Replayed", "true");
        }
        if (verdict instanceof FactVerdict.Applied applied) {
            return entry(200, TransactionView.of(applied.entry()));
        }
        if (verdict instanceof FactVerdict.Undecided) {
            return Answer.of(202, new AcceptedView(List.of(AcceptedView.Row.accepted(fact.id())), token.text()));
        }
        throw problem(verdict);
    }

    private static Answer entry(int status, TransactionView view) {
        return Answer.of(status, view).with("ETag", ETags.of(view.version()));
    }

    private Answer list(Request request, byte[] bytes, @Nullable String key) {
        if (key != null) {
            throw ProblemException.invalid(
                    "idempotency_key", "idempotency_key.row", "in a list every row has its own idempotency_key");
        }
        List<Reading.Fact> facts = validAll(request, Json.readList(bytes, TransactionBody.class));
        List<CompletableFuture<Appended>> sent =
                facts.stream().map(fact -> log.append(fact.fact())).toList();
        List<Appended> appended = sent.stream().map(Appends::await).toList();
        PositionToken token = appended.stream()
                .map(at -> PositionToken.at(at.partition(), at.offset()))
                .reduce(PositionToken.NONE, PositionToken::merge);
        boolean wait = request.get(WAIT);
        long deadline = FactVerdicts.deadline();
        List<AcceptedView.Row> rows = new ArrayList<>(facts.size());
        for (int i = 0; i < facts.size(); i++) {
            Reading.Fact fact = facts.get(i);
            rows.add(
                    wait || fact.isKeyed()
                            ? row(fact, verdicts.of(fact, appended.get(i), deadline))
                            : AcceptedView.Row.accepted(fact.id()));
        }
        return Positions.with(Answer.of(wait ? 200 : 202, new AcceptedView(rows, token.text())), request, token);
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
        Problem problem = problem(verdict).problem(null);
        return new AcceptedView.Row(id, "refused", null, problem);
    }

    private static ProblemException problem(FactVerdict verdict) {
        return verdict instanceof FactVerdict.KeyReused
                ? ProblemException.of(ProblemType.KEY_REUSED, "The first content under this key stays.")
                : ProblemException.of(ProblemType.INVALID, "A rule refused it when the log had it.");
    }

    private static Reading.Fact valid(Reading reading) {
        if (reading instanceof Reading.Refused refused) {
            throw ProblemException.invalid(refused.errors());
        }
        return (Reading.Fact) reading;
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

    private static boolean isList(byte[] bytes) {
        for (byte b : bytes) {
            if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
                return b == '[';
            }
        }
        return false;
    }
}
