package io.tributary.api.ingest;

import io.tributary.api.auth.Access;
import io.tributary.api.auth.Caller;
import io.tributary.api.json.Fields;
import io.tributary.api.problem.FieldError;
import io.tributary.avro.AccountKind;
import io.tributary.avro.Direction;
import io.tributary.avro.Money;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.TransactionStatus;
import io.tributary.avro.Violation;
import io.tributary.topologies.intake.FactRules;
import io.tributary.topologies.intake.TransactionIds;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what clients post into facts, by the same rules that intake checks again. May be used from any thread. */
final class TransactionReader {

    private final Clock clock;
    private final TransactionIds ids = new TransactionIds();

    TransactionReader(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads one transaction.
     *
     * @param key the idempotency key of the request's header, which goes before the body's
     */
    Reading read(TransactionBody body, Caller caller, @Nullable String key) {
        Fields fields = new Fields();
        RawTransaction fact = fact(body, user(body.userId(), caller, fields), key, fields);
        for (Violation violation : FactRules.check(fact, clock.instant())) {
            FieldError error = ClientWords.error(violation);
            if (!(error.field().equals("amount") && fields.isWrong("currency"))) {
                fields.refuse(error.field(), error.rule(), error.message());
            }
        }
        if (!fields.errors().isEmpty()) {
            return new Reading.Refused(fields.errors());
        }
        return new Reading.Fact(fact, Objects.requireNonNull(ids.of(fact)));
    }

    private static String user(@Nullable String named, Caller caller, Fields fields) {
        if (named == null && !(caller instanceof Caller.User)) {
            fields.refuse("user_id", "user_id.required", "user_id must be given");
            return "";
        }
        if (named == null || named.equals(Access.ME)) {
            return Access.self(caller);
        }
        return FactRules.isUserId(named) ? Access.user(caller, named) : named;
    }

    private static RawTransaction fact(TransactionBody body, String user, @Nullable String headerKey, Fields fields) {
        String key = headerKey != null ? headerKey : body.idempotencyKey();
        String id = body.id() == null && key == null ? UUID.randomUUID().toString() : body.id();
        Money amount = fields.money(body.amount(), body.currency());
        Fields.Moment moment = fields.moment("occurred_at", body.occurredAt());
        return new RawTransaction(
                user,
                id,
                key,
                amount,
                body.description(),
                fields.word("direction", body.direction(), Direction.class, Direction.OUTFLOW),
                moment.instant(),
                moment.day(),
                body.accountId(),
                fields.word("account_kind", body.accountKind(), AccountKind.class, null),
                body.mcc(),
                body.merchantName(),
                fields.word("status", body.status(), TransactionStatus.class, TransactionStatus.POSTED),
                body.sourceVersion(),
                Boolean.TRUE.equals(body.voided()),
                body.source());
    }
}
