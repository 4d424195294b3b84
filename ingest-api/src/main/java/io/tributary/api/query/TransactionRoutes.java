package io.tributary.api.query;

import io.javalin.http.HandlerType;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.ETags;
import io.tributary.api.route.Owner;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.ledger.TransactionFilter;
import io.tributary.topologies.ledger.TransactionPage;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.time.LocalDate;
import java.util.List;

/** The routes that show transactions. */
final class TransactionRoutes {

    private static final String TAG = "Transactions";
    private static final int ALTERNATIVES = 3;
    private static final Param<LocalDate> FROM = Param.date("from", "First local day.");
    private static final Param<LocalDate> TO = Param.date("to", "Last local day.");
    private static final Param<String> CATEGORY = Param.text("category", "Primary or detailed category.");
    private static final Param<String> MERCHANT = Param.text("merchant", "Merchant key.");
    private static final Param<String> ACCOUNT = Param.text("account", "Account id.");
    private static final Param<String> TEXT = Param.text("q", "Part of the description or merchant name, in any case.");

    private final Readings readings;
    private final ClassifierPool classifiers;

    TransactionRoutes(Readings readings, ClassifierPool classifiers) {
        this.readings = readings;
        this.classifiers = classifiers;
    }

    List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, Route.BASE + "/transactions/{id}", "A transaction with all that is known")
                        .tag(TAG)
                        .params(Owner.USER)
                        .answers(200, TransactionDetail.class, "The transaction; ETag is its version.")
                        .problems(ProblemType.NOT_FOUND)
                        .by(request -> one(request, Owner.of(request))),
                Route.of(HandlerType.GET, Route.BASE + "/users/{user}/transactions/{id}", "The same, by its full path")
                        .tag(TAG)
                        .answers(200, TransactionDetail.class, "The transaction; ETag is its version.")
                        .problems(ProblemType.NOT_FOUND)
                        .by(request -> one(request, request.user())),
                Route.of(HandlerType.GET, Route.BASE + "/users/{user}/transactions", "Transactions, newest first")
                        .tag(TAG)
                        .params(FROM, TO, CATEGORY, MERCHANT, ACCOUNT, TEXT, Paging.LIMIT, Paging.CURSOR)
                        .answers(200, PageView.class, "A page.")
                        .by(this::page));
    }

    private Answer one(Request request, String userId) {
        UserReading reading = readings.open(request, userId);
        ClassifiedTransaction entry = reading.views()
                .ledger(userId)
                .find(userId, request.path("id"))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "The user has no such transaction."));
        List<Classifier.Alternative> alternatives =
                classifiers.ask(classifier -> classifier.alternatives(subject(entry), ALTERNATIVES));
        return Answer.ok(TransactionDetail.of(entry, alternatives, reading.restating()))
                .with("ETag", ETags.of(entry.getVersion()));
    }

    private Answer page(Request request) {
        TransactionFilter filter = filter(request);
        UserReading reading = readings.open(request);
        TransactionPage page = Paging.page(() -> reading.views()
                .ledger(reading.userId())
                .newestFirst(reading.userId(), filter, Paging.cursor(request), request.get(Paging.LIMIT)));
        List<TransactionView> rows =
                page.transactions().stream().map(TransactionView::of).toList();
        return Answer.ok(new PageView(rows, page.next(), reading.restating()));
    }

    private static TransactionFilter filter(Request request) {
        String category = request.find(CATEGORY).orElse(null);
        if (category != null && Taxonomy.find(category).isEmpty()) {
            throw ProblemException.of(ProblemType.MALFORMED, "The parameter category is none of the taxonomy.");
        }
        LocalDate from = request.find(FROM).orElse(null);
        LocalDate to = request.find(TO).orElse(null);
        if (from != null && to != null && from.isAfter(to)) {
            throw ProblemException.invalid("from", "from.order", "from must not be after to");
        }
        return new TransactionFilter(
                from,
                to,
                category,
                request.find(MERCHANT).orElse(null),
                request.find(ACCOUNT).orElse(null),
                request.find(TEXT).orElse(null));
    }

    private static Subject subject(ClassifiedTransaction entry) {
        return new Subject(
                entry.getDescription(),
                entry.getMerchantName(),
                entry.getDirection(),
                entry.getAmount().getMinor(),
                entry.getAmount().getCurrency(),
                entry.getAccountId(),
                entry.getAccountKind(),
                entry.getMcc());
    }
}
