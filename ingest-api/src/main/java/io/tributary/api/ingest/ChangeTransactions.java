package io.tributary.api.ingest;

import io.tributary.api.json.Fields;
import io.tributary.api.position.Positions;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.query.TransactionView;
import io.tributary.api.route.Answer;
import io.tributary.api.route.ETags;
import io.tributary.api.route.Request;
import io.tributary.api.streams.Views;
import io.tributary.avro.AmendTransaction;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.CorrectionScope;
import io.tributary.avro.Direction;
import io.tributary.avro.Money;
import io.tributary.avro.VoidTransaction;
import io.tributary.avro.state.Verdict;

/** What users do to a transaction that is there: amend, void, put back, correct its category. */
final class ChangeTransactions {

    private final Commands commands;
    private final Positions positions;
    private final Views views;

    ChangeTransactions(Commands commands, Positions positions, Views views) {
        this.commands = commands;
        this.positions = positions;
        this.views = views;
    }

    /** Changes fields, or takes the transaction out, or puts it back. */
    Answer amend(Request request, String userId, String id) {
        AmendmentBody body = request.body(AmendmentBody.class);
        Long expected = ETags.demanded(request);
        if (body.voided() == null) {
            return submit(request, userId, id, amendment(id, expected, inCurrency(request, userId, id, body)));
        }
        if (body.hasFields()) {
            throw ProblemException.invalid("voided", "voided.alone", "voided must be changed on its own");
        }
        return submit(request, userId, id, new VoidTransaction(id, expected, body.voided()));
    }

    /** An amount alone is one in the transaction's currency, as the user saw it. */
    private AmendmentBody inCurrency(Request request, String userId, String id, AmendmentBody body) {
        return body.amount() == null || body.currency() != null
                ? body
                : body.in(entry(request, userId, id).getAmount().getCurrency());
    }

    /** Takes the transaction out of every figure. */
    Answer remove(Request request, String userId, String id) {
        return submit(request, userId, id, new VoidTransaction(id, ETags.demanded(request), true));
    }

    /** Corrects the category of this one or of its merchant. */
    Answer categorise(Request request, String userId, String id) {
        CategoryBody body = request.body(CategoryBody.class);
        if (body.category() == null) {
            throw ProblemException.invalid("category", "category.required", "category must be given");
        }
        CorrectionScope scope =
                switch (body.applyTo() == null ? "this" : body.applyTo()) {
                    case "this" -> CorrectionScope.THIS;
                    case "merchant" -> CorrectionScope.MERCHANT;
                    default ->
                        throw ProblemException.invalid(
                                "apply_to", "apply_to.known", "apply_to must be this or merchant");
                };
        Long expected = ETags.demanded(request);
        String merchantKey = scope == CorrectionScope.MERCHANT ? merchantKey(request, userId, id) : null;
        return submit(
                request, userId, id, new CategoriseTransaction(id, expected, body.category(), scope, merchantKey));
    }

    /** The merchant as the user saw it: facts that arrive before the command is decided must not turn it to another. */
    private String merchantKey(Request request, String userId, String id) {
        String key = entry(request, userId, id).getMerchantKey();
        if (key.isEmpty()) {
            throw ProblemException.invalid(
                    "merchant_key", "merchant_key.known", "the transaction's merchant must be known");
        }
        return key;
    }

    private ClassifiedTransaction entry(Request request, String userId, String id) {
        positions.await(request, views.partitionOf(userId));
        return views.ledger(userId)
                .find(userId, id)
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "The user has no such transaction."));
    }

    private Answer submit(Request request, String userId, String id, Object command) {
        return commands.submit(request, userId, command, verdict -> changed(userId, id, verdict));
    }

    private Answer changed(String userId, String id, Verdict verdict) {
        Answer answer = views.ledger(userId)
                .find(userId, id)
                .map(entry -> Answer.ok(TransactionView.of(entry)).with("ETag", ETags.of(entry.getVersion())))
                .orElseGet(() -> Answer.ok(CommandView.of(verdict)));
        String job = verdict.getJobId();
        return job == null ? answer : answer.with("Tributary-Job", job);
    }

    private static AmendTransaction amendment(
            String id, @org.jspecify.annotations.Nullable Long expected, AmendmentBody body) {
        Fields fields = new Fields();
        Money amount = fields.money(body.amount(), body.currency());
        if (body.amount() == null && body.currency() != null) {
            fields.refuse("amount", "amount.required", "amount must be given together with currency");
        }
        Fields.Moment moment = fields.moment("occurred_at", body.occurredAt());
        Direction direction = fields.word("direction", body.direction(), Direction.class, null);
        if (!fields.errors().isEmpty()) {
            throw ProblemException.invalid(fields.errors());
        }
        return new AmendTransaction(
                id,
                expected,
                amount,
                direction,
                body.description(),
                moment.instant(),
                moment.day(),
                body.merchantName(),
                body.accountId());
    }
}
