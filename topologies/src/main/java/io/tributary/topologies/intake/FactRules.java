package io.tributary.topologies.intake;

import io.tributary.avro.RawTransaction;
import io.tributary.avro.Violation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a fact must keep to be taken. The HTTP API asks before it appends and intake asks again when the log has it, so
 * both refuse the same things in the same words. A required field that is null breaks its rule like any wrong value.
 */
public final class FactRules {

    /** Largest number of characters of an idempotency key. */
    public static final int MAX_IDEMPOTENCY_KEY = 255;

    private static final Rule ID_FORMAT =
            new Rule("id.format", "id", "id must be 1 to 64 characters of A-Z a-z 0-9 . _ : -");
    private static final Rule ID_REQUIRED =
            new Rule("id.required", "id", "one of id and idempotency_key must be given");
    private static final Rule KEY_FORMAT = new Rule(
            "idempotency_key.format", "idempotency_key", "idempotency_key must be 1 to 255 printable characters");
    private static final Rule OCCURRED_ONE =
            new Rule("occurred_at.one", "occurred_at", "exactly one of occurred_at and occurred_on must be given");
    private static final Rule MCC = new Rule("mcc.format", "mcc", "mcc must be four digits");
    private static final Rule VERSION =
            new Rule("source_version.min", "source_version", "source_version must not be negative");
    private static final Rule SOURCE =
            new Rule("source.format", "source", "source must be at most 128 characters without control characters");

    private static final List<Rule> TABLE = List.of(
            FieldRules.USER_FORMAT,
            FieldRules.USER_RESERVED,
            ID_REQUIRED,
            ID_FORMAT,
            KEY_FORMAT,
            FieldRules.AMOUNT_REQUIRED,
            FieldRules.AMOUNT_POSITIVE,
            FieldRules.AMOUNT_MAX,
            FieldRules.CURRENCY,
            FieldRules.DESCRIPTION_LENGTH,
            FieldRules.DESCRIPTION_CHARACTERS,
            OCCURRED_ONE,
            FieldRules.OCCURRED_AT_MIN,
            FieldRules.OCCURRED_AT_MAX,
            FieldRules.OCCURRED_ON_MIN,
            FieldRules.OCCURRED_ON_MAX,
            FieldRules.ACCOUNT,
            FieldRules.MERCHANT_NAME,
            MCC,
            VERSION,
            SOURCE);

    private FactRules() {}

    /** Every rule of a fact, in the order of checking. */
    public static List<Rule> table() {
        return TABLE;
    }

    /**
     * The rules that a fact breaks; empty when it may be taken.
     *
     * @param fact what came in
     * @param now when the log took it, or will
     */
    public static List<Violation> check(RawTransaction fact, Instant now) {
        Findings findings = new Findings();
        FieldRules.checkUser(fact.getUserId(), findings);
        checkIdentity(fact.getId(), fact.getIdempotencyKey(), findings);
        if (findings.require(fact.getAmount() != null, FieldRules.AMOUNT_REQUIRED)) {
            FieldRules.checkAmount(fact.getAmount(), findings);
        }
        FieldRules.checkDescription(fact.getDescription(), findings);
        findings.require((fact.getOccurredAt() == null) != (fact.getOccurredOn() == null), OCCURRED_ONE);
        FieldRules.checkInstant(fact.getOccurredAt(), now, findings);
        FieldRules.checkDay(fact.getOccurredOn(), now, findings);
        FieldRules.checkNames(fact.getAccountId(), fact.getMerchantName(), findings);
        findings.require(fact.getMcc() == null || Texts.isDigits(fact.getMcc(), 4), MCC);
        findings.require(fact.getSourceVersion() == null || fact.getSourceVersion() >= 0, VERSION);
        findings.require(fact.getSource() == null || FieldRules.isName(fact.getSource(), 0), SOURCE);
        return findings.list();
    }

    /** True for a user id that may exist: 1 to 64 of {@code [A-Za-z0-9._:@-]}, and not {@code me}. */
    public static boolean isUserId(@Nullable String userId) {
        return FieldRules.isUserId(userId);
    }

    /** True for an id that a transaction, command or rule may have: 1 to 64 of {@code [A-Za-z0-9._:-]}. */
    public static boolean isId(@Nullable String id) {
        return FieldRules.isId(id);
    }

    /** True for an idempotency key that may be used: 1 to 255 printable characters. */
    public static boolean isIdempotencyKey(@Nullable String key) {
        return key != null && Texts.hasLength(key, 1, MAX_IDEMPOTENCY_KEY) && Texts.isPrintable(key);
    }

    private static void checkIdentity(@Nullable String id, @Nullable String key, Findings findings) {
        findings.require(id != null || key != null, ID_REQUIRED);
        findings.require(id == null || FieldRules.isId(id), ID_FORMAT);
        findings.require(key == null || isIdempotencyKey(key), KEY_FORMAT);
    }
}
