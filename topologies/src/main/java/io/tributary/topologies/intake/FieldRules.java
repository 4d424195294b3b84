package io.tributary.topologies.intake;

import io.tributary.avro.Money;
import io.tributary.schemas.Currencies;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The rules of fields that facts and commands share. */
final class FieldRules {

    /** Largest amount, in minor units. */
    static final long MAX_MINOR = 1_000_000_000_000_000L;

    /** Characters of a description. */
    static final int MAX_DESCRIPTION = 512;

    /** Characters of a name. */
    static final int MAX_NAME = 128;

    static final Rule USER_FORMAT =
            new Rule("user_id.format", "user_id", "user_id must be 1 to 64 characters of A-Z a-z 0-9 . _ : @ -");
    static final Rule USER_RESERVED =
            new Rule("user_id.reserved", "user_id", "user_id must not be \"me\", which means the caller");
    static final Rule AMOUNT_REQUIRED = new Rule("amount.required", "amount", "amount must be given");
    static final Rule AMOUNT_POSITIVE =
            new Rule("amount.positive", "amount", "amount must be more than 0; direction says which way it went");
    static final Rule AMOUNT_MAX = new Rule("amount.max", "amount", "amount must be at most 10^15 minor units");
    static final Rule CURRENCY =
            new Rule("currency.iso4217", "currency", "currency must be a current ISO 4217 code that has minor units");
    static final Rule DESCRIPTION_LENGTH =
            new Rule("description.length", "description", "description must have 1 to 512 characters");
    static final Rule DESCRIPTION_CHARACTERS = new Rule(
            "description.characters",
            "description",
            "description must not hold control characters (tab and line ends may be) nor halves of surrogate pairs");
    static final Rule OCCURRED_AT_MIN =
            new Rule("occurred_at.min", "occurred_at", "occurred_at must not be before 1970-01-01T00:00:00Z");
    static final Rule OCCURRED_AT_MAX =
            new Rule("occurred_at.max", "occurred_at", "occurred_at must be at most 24 hours from now");
    static final Rule OCCURRED_ON_MIN =
            new Rule("occurred_on.min", "occurred_on", "occurred_on must not be before 1970-01-01");
    static final Rule OCCURRED_ON_MAX = new Rule(
            "occurred_on.max", "occurred_on", "occurred_on must be at most one day after today's date at UTC+14");
    static final Rule ACCOUNT = new Rule(
            "account_id.format", "account_id", "account_id must be 1 to 128 characters without control characters");
    static final Rule MERCHANT_NAME = new Rule(
            "merchant_name.format",
            "merchant_name",
            "merchant_name must be at most 128 characters without control characters");

    private static final String ID_CHARACTERS = "._:-";
    private static final String USER_CHARACTERS = "._:@-";
    private static final int MAX_ID = 64;
    private static final LocalDate FIRST_DAY = LocalDate.EPOCH;
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Where the date is latest at any instant: what is still tomorrow for one user must not be refused to another. */
    private static final ZoneOffset MOST_EASTERN = ZoneOffset.ofHours(14);

    private FieldRules() {}

    /** True for a user id that may exist. */
    static boolean isUserId(@Nullable String userId) {
        return Texts.isToken(userId, MAX_ID, USER_CHARACTERS) && !"me".equals(userId);
    }

    /** True for an id of a transaction, command or rule. */
    static boolean isId(@Nullable String id) {
        return Texts.isToken(id, MAX_ID, ID_CHARACTERS);
    }

    /** True for a name: {@code min} to 128 characters, none of them a control character. */
    static boolean isName(String name, int min) {
        return Texts.hasLength(name, min, MAX_NAME) && Texts.isPrintable(name);
    }

    static void checkUser(@Nullable String userId, Findings findings) {
        if (findings.require(Texts.isToken(userId, MAX_ID, USER_CHARACTERS), USER_FORMAT)) {
            findings.require(!"me".equals(userId), USER_RESERVED);
        }
    }

    static void checkAmount(Money amount, Findings findings) {
        findings.require(amount.getMinor() > 0, AMOUNT_POSITIVE);
        findings.require(amount.getMinor() <= MAX_MINOR, AMOUNT_MAX);
        findings.require(Currencies.isKnown(amount.getCurrency()), CURRENCY);
    }

    static void checkDescription(@Nullable String description, Findings findings) {
        if (findings.require(
                description != null && Texts.hasLength(description, 1, MAX_DESCRIPTION), DESCRIPTION_LENGTH)) {
            findings.require(description != null && Texts.isClean(description), DESCRIPTION_CHARACTERS);
        }
    }

    static void checkInstant(@Nullable Instant occurredAt, Instant now, Findings findings) {
        if (occurredAt != null) {
            findings.require(!occurredAt.isBefore(Instant.EPOCH), OCCURRED_AT_MIN);
            findings.require(!occurredAt.isAfter(now.plus(AHEAD)), OCCURRED_AT_MAX);
        }
    }

    static void checkDay(@Nullable LocalDate occurredOn, Instant now, Findings findings) {
        if (occurredOn != null) {
            findings.require(!occurredOn.isBefore(FIRST_DAY), OCCURRED_ON_MIN);
            LocalDate latest = LocalDate.ofInstant(now.plus(AHEAD), MOST_EASTERN);
            findings.require(!occurredOn.isAfter(latest), OCCURRED_ON_MAX);
        }
    }

    static void checkNames(@Nullable String accountId, @Nullable String merchantName, Findings findings) {
        findings.require(accountId == null || isName(accountId, 1), ACCOUNT);
        findings.require(merchantName == null || isName(merchantName, 0), MERCHANT_NAME);
    }
}
