package io.tributary.api.settings;

import io.javalin.http.HandlerType;
import io.tributary.api.ingest.CommandView;
import io.tributary.api.ingest.Commands;
import io.tributary.api.json.Fields;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.query.Readings;
import io.tributary.api.query.UserReading;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.api.settings.SettingViews.AmountBody;
import io.tributary.api.settings.SettingViews.DeletedView;
import io.tributary.api.settings.SettingViews.RuleBody;
import io.tributary.api.settings.SettingViews.RuleView;
import io.tributary.api.settings.SettingViews.RulesView;
import io.tributary.avro.Bucket;
import io.tributary.avro.DeleteRule;
import io.tributary.avro.Direction;
import io.tributary.avro.Money;
import io.tributary.avro.PutRule;
import io.tributary.avro.UserRule;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user's own rules. */
final class RuleRoutes {

    private static final String TAG = "Settings";
    private static final String ALL = Route.BASE + "/users/{user}/rules";
    private static final String ONE = ALL + "/{id}";

    private final Readings readings;
    private final Commands commands;

    RuleRoutes(Readings readings, Commands commands) {
        this.readings = readings;
        this.commands = commands;
    }

    List<Route> routes() {
        return List.of(
                Route.of(HandlerType.GET, ALL, "The user's rules")
                        .tag(TAG)
                        .answers(200, RulesView.class, "All of them, by id.")
                        .by(this::all),
                Route.of(HandlerType.GET, ONE, "A rule")
                        .tag(TAG)
                        .answers(200, RuleView.class, "The rule.")
                        .problems(ProblemType.NOT_FOUND)
                        .by(this::one),
                written(HandlerType.POST, ALL, "Add a rule; restates history")
                        .by(request -> put(request, UUID.randomUUID().toString(), 201)),
                written(HandlerType.PUT, ONE, "Write or replace a rule; restates history")
                        .by(request -> put(request, request.path("id"), 200)),
                Route.of(HandlerType.DELETE, ONE, "Remove a rule; restates history")
                        .tag(TAG)
                        .answers(200, DeletedView.class, "Done; Tributary-Job names the job that restates.")
                        .answers(202, CommandView.class, "The log has it; ask again at Location.")
                        .problems(ProblemType.NOT_FOUND, ProblemType.INVALID)
                        .by(this::delete));
    }

    private static Route.Builder written(HandlerType method, String path, String summary) {
        return Route.of(method, path, summary)
                .tag(TAG)
                .reads(RuleBody.class)
                .answers(
                        method.equals(HandlerType.POST) ? 201 : 200,
                        RuleView.class,
                        "Done; Tributary-Job names the job that restates.")
                .answers(202, CommandView.class, "The log has it; ask again at Location.");
    }

    private Answer all(Request request) {
        UserReading reading = readings.open(request);
        List<RuleView> rules = reading.views().settings(reading.userId()).rules(reading.userId()).stream()
                .map(RuleView::of)
                .toList();
        return Answer.ok(new RulesView(rules, reading.restating()));
    }

    private Answer one(Request request) {
        UserReading reading = readings.open(request);
        return reading.views()
                .settings(reading.userId())
                .rule(reading.userId(), request.path("id"))
                .map(rule -> Answer.ok(RuleView.of(rule)))
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "The user has no such rule."));
    }

    private Answer put(Request request, String id, int status) {
        UserRule rule = rule(id, request.body(RuleBody.class));
        return commands.submit(
                request,
                request.user(),
                new PutRule(rule),
                verdict -> Jobs.named(Answer.of(status, RuleView.of(rule)), verdict));
    }

    private Answer delete(Request request) {
        String id = request.path("id");
        return commands.submit(
                request,
                request.user(),
                new DeleteRule(id),
                verdict -> Jobs.named(Answer.ok(new DeletedView(id, true)), verdict));
    }

    private static UserRule rule(String id, RuleBody body) {
        Fields fields = new Fields();
        UserRule rule = new UserRule(
                id,
                body.priority() == null ? 0 : body.priority(),
                body.contains(),
                body.expression(),
                body.merchant(),
                body.account(),
                fields.word("direction", body.direction(), Direction.class, null),
                money(fields, "min_amount", body.minAmount()),
                money(fields, "max_amount", body.maxAmount()),
                body.category(),
                fields.word("bucket", body.bucket(), Bucket.class, null),
                body.merchantName());
        if (!fields.errors().isEmpty()) {
            throw ProblemException.invalid(fields.errors());
        }
        return rule;
    }

    private static @Nullable Money money(Fields fields, String name, @Nullable AmountBody amount) {
        if (amount == null) {
            return null;
        }
        if (amount.amount() == null) {
            fields.refuse(name, name + ".required", name + " must have an amount");
            return null;
        }
        return fields.money(amount.amount(), amount.currency());
    }
}
