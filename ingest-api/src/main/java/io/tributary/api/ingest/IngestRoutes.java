package io.tributary.api.ingest;

import io.javalin.http.HandlerType;
import io.tributary.api.auth.Access;
import io.tributary.api.peers.OwnerPost;
import io.tributary.api.position.PositionToken;
import io.tributary.api.position.Positions;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.query.TransactionView;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Body;
import io.tributary.api.route.Owner;
import io.tributary.api.route.Param;
import io.tributary.api.route.Reply;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.api.streams.Views;
import java.time.Clock;
import java.util.List;

/** The routes by which transactions come in and are changed. */
public final class IngestRoutes {

    private static final String TAG = "Transactions";
    private static final String ONE = Route.BASE + "/transactions/{id}";
    private static final Param<String> POSITION =
            Param.text("position", "The token that the command's answer gave: tells undecided from unknown.");

    private final TransactionReader reader;
    private final RawLog log;
    private final Commands commands;
    private final PostTransactions post;
    private final ChangeTransactions change;

    /** Appends to {@code log}; what comes of it is read through {@code views}. */
    public IngestRoutes(RawLog log, Commands commands, Positions positions, Views views, Clock clock) {
        this(log, commands, positions, views, clock, OwnerPost.none());
    }

    /** The same with a way to the instances that have the other users. */
    public IngestRoutes(RawLog log, Commands commands, Positions positions, Views views, Clock clock, OwnerPost owner) {
        this.reader = new TransactionReader(clock);
        this.log = log;
        this.commands = commands;
        this.post = new PostTransactions(reader, log, new FactVerdicts(positions, views), owner);
        this.change = new ChangeTransactions(commands, positions, views);
    }

    /** All of them. */
    public List<Route> routes() {
        return List.of(postTransactions(), stream(), amend(), remove(), categorise(), command());
    }

    private Route postTransactions() {
        return Route.of(
                        HandlerType.POST,
                        Route.BASE + "/transactions",
                        "Post one transaction, or up to 1,000 that are validated as a whole")
                .tag(TAG)
                .access(Access.CALLER)
                .reads(new Body(TransactionBody.class, true, "application/json"))
                .params(PostTransactions.WAIT)
                .answers(202, AcceptedView.class, "The log has them.")
                .answers(201, TransactionView.class, "Waited or keyed: it is new.")
                .answers(200, TransactionView.class, "Waited or keyed: as it now stands, or was replayed.")
                .answers(200, AcceptedView.class, "A list, waited: what became of each row.")
                .problems(ProblemType.IN_FLIGHT, ProblemType.KEY_REUSED)
                .by(post);
    }

    private Route stream() {
        return Route.of(HandlerType.POST, Route.BASE + "/transactions:stream", "Post any number, a line each")
                .tag(TAG)
                .access(Access.CALLER)
                .reads(new Body(TransactionBody.class, false, StreamTransactions.CONTENT_TYPE))
                .answers(new Reply(200, "A line for each line.", StreamRow.class, StreamTransactions.CONTENT_TYPE))
                .by(new StreamTransactions(reader, log));
    }

    private Route amend() {
        return change(HandlerType.PATCH, ONE, "Change fields of a transaction; If-Match guards its version")
                .reads(AmendmentBody.class)
                .by(request -> change.amend(request, Owner.of(request), id(request)));
    }

    private Route remove() {
        return change(HandlerType.DELETE, ONE, "Take a transaction out of every figure; If-Match guards its version")
                .by(request -> change.remove(request, Owner.of(request), id(request)));
    }

    private Route categorise() {
        return change(HandlerType.POST, ONE + "/category", "Correct a category, of this one or of its merchant")
                .reads(CategoryBody.class)
                .by(request -> change.categorise(request, Owner.of(request), id(request)));
    }

    private static Route.Builder change(HandlerType method, String path, String summary) {
        return Route.of(method, path, summary)
                .tag(TAG)
                .params(Owner.USER)
                .answers(200, TransactionView.class, "Done; as it now stands.")
                .answers(202, CommandView.class, "The log has it; ask again at Location.")
                .problems(ProblemType.NOT_FOUND, ProblemType.STALE_VERSION, ProblemType.INVALID);
    }

    private Route command() {
        return Route.of(HandlerType.GET, Route.BASE + "/commands/{id}", "What became of a command")
                .tag(TAG)
                .params(Owner.USER, POSITION)
                .answers(200, CommandView.class, "The outcome, or PENDING.")
                .problems(ProblemType.NOT_FOUND)
                .by(this::command);
    }

    private Answer command(Request request) {
        PositionToken token = request.find(POSITION).map(PositionToken::parse).orElse(PositionToken.NONE);
        return commands.find(Owner.of(request), id(request), token);
    }

    private static String id(Request request) {
        String id = request.path("id");
        if (!io.tributary.topologies.intake.FactRules.isId(id)) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "Nothing has such an id.");
        }
        return id;
    }
}
