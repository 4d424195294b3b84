package io.tributary.topologies.intake;

import io.tributary.avro.AmendTransaction;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.DeleteRule;
import io.tributary.avro.PutBucket;
import io.tributary.avro.PutProfile;
import io.tributary.avro.PutRule;
import io.tributary.avro.UserCommand;
import io.tributary.avro.Violation;
import io.tributary.avro.VoidTransaction;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a command must keep to be decided. Whether the transaction or rule it names exists is the owning task's to say.
 * The HTTP API asks before it appends and intake asks again when the log has it.
 */
public final class CommandRules {

    static final Rule CATEGORY = new Rule("category.known", "category", "category must be one of the taxonomy");
    static final Rule MERCHANT_KEY =
            new Rule("merchant_key.format", "merchant_key", "merchant_key must be 1 to 40 characters of a-z 0-9 -");

    private static final Rule COMMAND_ID =
            new Rule("command_id.format", "command_id", "command_id must be 1 to 64 characters of A-Z a-z 0-9 . _ : -");
    private static final Rule BODY = new Rule("body.required", "body", "a command must say what is to be done");
    private static final Rule TRANSACTION_ID = new Rule(
            "transaction_id.format",
            "transaction_id",
            "transaction_id must be 1 to 64 characters of A-Z a-z 0-9 . _ : -");
    private static final Rule EXPECTED_VERSION =
            new Rule("expected_version.min", "expected_version", "expected_version must not be negative");
    private static final Rule CHANGE = new Rule("change.required", "body", "at least one field must be changed");
    private static final Rule OCCURRED_ONE = new Rule(
            "occurred_at.at_most_one", "occurred_at", "at most one of occurred_at and occurred_on must be given");

    private static final List<Rule> SHARED = List.of(
            FieldRules.USER_FORMAT,
            FieldRules.USER_RESERVED,
            COMMAND_ID,
            BODY,
            TRANSACTION_ID,
            EXPECTED_VERSION,
            CHANGE,
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
            CATEGORY,
            MERCHANT_KEY);

    private CommandRules() {}

    /** Every rule of every command. */
    public static List<Rule> table() {
        return Stream.of(SHARED, ProfileRules.TABLE, UserRuleRules.TABLE)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The rules that a command breaks; empty when it may be decided.
     *
     * @param command what came in
     * @param now when the log took it, or will
     */
    public static List<Violation> check(UserCommand command, Instant now) {
        Findings findings = new Findings();
        FieldRules.checkUser(command.getUserId(), findings);
        findings.require(FieldRules.isId(command.getCommandId()), COMMAND_ID);
        checkBody(command.getBody(), now, findings);
        return findings.list();
    }

    private static void checkBody(@Nullable Object body, Instant now, Findings findings) {
        if (body instanceof AmendTransaction amend) {
            checkTarget(amend.getTransactionId(), amend.getExpectedVersion(), findings);
            checkAmendment(amend, now, findings);
        } else if (body instanceof VoidTransaction voided) {
            checkTarget(voided.getTransactionId(), voided.getExpectedVersion(), findings);
        } else if (body instanceof CategoriseTransaction categorise) {
            checkTarget(categorise.getTransactionId(), categorise.getExpectedVersion(), findings);
            checkCategory(categorise.getCategory(), findings);
            checkMerchantKey(categorise.getMerchantKey(), findings);
        } else if (body instanceof PutProfile put && findings.require(put.getProfile() != null, BODY)) {
            ProfileRules.check(put.getProfile(), findings);
        } else if (body instanceof PutRule put && findings.require(put.getRule() != null, BODY)) {
            UserRuleRules.check(put.getRule(), findings);
        } else if (body instanceof DeleteRule delete) {
            UserRuleRules.checkId(delete.getRuleId(), findings);
        } else if (body instanceof PutBucket put) {
            checkCategory(put.getCategory(), findings);
        } else {
            findings.require(body instanceof PutProfile || body instanceof PutRule, BODY);
        }
    }

    private static void checkTarget(@Nullable String id, @Nullable Long expectedVersion, Findings findings) {
        findings.require(FieldRules.isId(id), TRANSACTION_ID);
        findings.require(expectedVersion == null || expectedVersion >= 0, EXPECTED_VERSION);
    }

    private static void checkAmendment(AmendTransaction amend, Instant now, Findings findings) {
        boolean changes = Stream.of(
                        amend.getAmount(),
                        amend.getDirection(),
                        amend.getDescription(),
                        amend.getOccurredAt(),
                        amend.getOccurredOn(),
                        amend.getMerchantName(),
                        amend.getAccountId())
                .anyMatch(Objects::nonNull);
        findings.require(changes, CHANGE);
        if (amend.getAmount() != null) {
            FieldRules.checkAmount(amend.getAmount(), findings);
        }
        if (amend.getDescription() != null) {
            FieldRules.checkDescription(amend.getDescription(), findings);
        }
        findings.require(amend.getOccurredAt() == null || amend.getOccurredOn() == null, OCCURRED_ONE);
        FieldRules.checkInstant(amend.getOccurredAt(), now, findings);
        FieldRules.checkDay(amend.getOccurredOn(), now, findings);
        FieldRules.checkNames(amend.getAccountId(), amend.getMerchantName(), findings);
    }

    private static void checkCategory(@Nullable String category, Findings findings) {
        findings.require(category != null && Taxonomy.find(category).isPresent(), CATEGORY);
    }

    /** Checks a merchant key where there is one. */
    static void checkMerchantKey(@Nullable String key, Findings findings) {
        findings.require(key == null || isMerchantKey(key), MERCHANT_KEY);
    }

    private static boolean isMerchantKey(String key) {
        return Texts.isToken(key, 40, "-") && key.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
    }
}
