package io.tributary.api.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.api.json.Json;
import io.tributary.api.peers.OwnerPost;
import io.tributary.api.position.PositionToken;
import io.tributary.api.position.Positions;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.query.TransactionView;
import io.tributary.api.route.Answer;
import io.tributary.api.route.ETags;
import io.tributary.api.route.Endpoint;
import io.tributary.api.route.Param;
import io.tributary.api.route.PassedOn;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes one transaction, or a list of them, and appends. Whoever waits, or gave a key, is told what the ledger made of
 * it, by the instance that has the user.
 */
final class PostTransactions implements Endpoint {

    static final Param<Boolean> WAIT =
            Param.flag("wait", "Wait up to 2 s for what the ledger makes of it, and answer with that.");
    static final String KEY_HEADER = "Idempotency-Key";

    private final TransactionReader reader;
    private final RawLog log;
    private final FactVerdicts verdicts;
    private final OwnerPost owner;
    private final PostList list;
    private final Set<String> keysInFlight = ConcurrentHashMap.newKeySet();

    PostTransactions(TransactionReader reader, RawLog log, FactVerdicts verdicts, OwnerPost owner) {
        this.reader = reader;
        this.log = log;
        this.verdicts = verdicts;
        this.owner = owner;
        this.list = new PostList(reader, log, verdicts, owner);
    }

    @Override
    public Answer handle(Request request) {
        byte[] bytes = request.bytes();
        @Nullable String key = request.header(KEY_HEADER).orElse(null);
        return isList(bytes) ? list.handle(request, bytes, key) : single(request, bytes, key);
    }

    private Answer single(Request request, byte[] bytes, @Nullable String key) {
        Reading.Fact fact = valid(reader.read(Json.read(bytes, TransactionBody.class), request.caller(), key));
        boolean wait = fact.isKeyed() || request.get(WAIT);
        if (wait) {
            if (request.isForwarded() && !owner.isHere(fact.fact().getUserId())) {
                return PassedOn.notHere();
            }
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
            return request.isForwarded()
                    ? Optional.empty()
                    : owner.post(fact.fact().getUserId(), request, identified(fact, bytes));
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
        return Json.write(((ObjectNode) PostList.EXACT.readTree(bytes)).put("id", fact.id()));
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
        throw verdict.problem();
    }

    private static Answer entry(int status, TransactionView view) {
        return Answer.of(status, view).with("ETag", ETags.of(view.version()));
    }

    private static Reading.Fact valid(Reading reading) {
        if (reading instanceof Reading.Refused refused) {
            throw ProblemException.invalid(refused.errors());
        }
        return (Reading.Fact) reading;
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
