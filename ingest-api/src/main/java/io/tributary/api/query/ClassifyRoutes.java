package io.tributary.api.query;

import io.javalin.http.HandlerType;
import io.tributary.api.auth.Access;
import io.tributary.api.json.Decimal;
import io.tributary.api.json.Fields;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.query.ClassifyViews.ClassifyBody;
import io.tributary.api.query.ClassifyViews.ClassifyView;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.avro.AccountKind;
import io.tributary.avro.Direction;
import io.tributary.avro.Money;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Subject;
import java.util.List;
import java.util.Objects;

/** Text in, category out: the classifier without a user. */
final class ClassifyRoutes {

    private static final int ALTERNATIVES = 3;
    private static final int LONGEST = 512;
    private static final Decimal ONE = new Decimal("1");
    private static final String ANY_CURRENCY = "EUR";

    private final ClassifierPool classifiers;

    ClassifyRoutes(ClassifierPool classifiers) {
        this.classifiers = classifiers;
    }

    List<Route> routes() {
        return List.of(Route.of(HandlerType.POST, Route.BASE + "/classify", "The category of a statement line")
                .tag("Transactions")
                .access(Access.CALLER)
                .reads(ClassifyBody.class)
                .answers(200, ClassifyView.class, "What the classifier says without knowing the user.")
                .by(this::classify));
    }

    private Answer classify(Request request) {
        Subject subject = subject(request.body(ClassifyBody.class));
        return Answer.ok(classifiers.ask(classifier -> said(classifier, subject)));
    }

    private static ClassifyView said(Classifier classifier, Subject subject) {
        Automatic automatic = classifier.automatic(subject);
        return new ClassifyView(
                automatic.category().primary(),
                automatic.category().code(),
                automatic.decidedBy().name(),
                Rounded.probability(automatic.probability()),
                automatic.level().name(),
                automatic.merchantName(),
                automatic.merchantKey().isEmpty() ? null : automatic.merchantKey(),
                automatic.normalised(),
                classifier.version(),
                ClassifyView.alternatives(classifier.alternatives(subject, ALTERNATIVES)));
    }

    private static Subject subject(ClassifyBody body) {
        Fields fields = new Fields();
        String description = Objects.requireNonNullElse(body.description(), "");
        if (description.isBlank() || description.length() > LONGEST) {
            fields.refuse("description", "description.length", "description must have 1 to 512 characters");
        }
        Money amount = fields.money(
                Objects.requireNonNullElse(body.amount(), ONE),
                Objects.requireNonNullElse(body.currency(), ANY_CURRENCY));
        Direction direction = fields.word("direction", body.direction(), Direction.class, Direction.OUTFLOW);
        AccountKind kind = fields.word("account_kind", body.accountKind(), AccountKind.class, null);
        if (!fields.errors().isEmpty() || amount == null || direction == null) {
            throw ProblemException.invalid(fields.errors());
        }
        return new Subject(
                description,
                body.merchantName(),
                direction,
                amount.getMinor(),
                amount.getCurrency(),
                null,
                kind,
                body.mcc());
    }
}
