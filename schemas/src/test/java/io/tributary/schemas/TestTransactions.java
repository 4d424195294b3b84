package io.tributary.schemas;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Direction;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.TransactionStatus;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Builds facts for tests: a dull grocery purchase of 12.99 GBP by user u1, unless a test says otherwise. */
public final class TestTransactions {

    /** When a test transaction takes place. */
    public static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    private String user = "u1";
    private @Nullable String id = "t1";
    private @Nullable String idempotencyKey;
    private long minor = 1299;
    private String currency = "GBP";
    private String description = "TESCO STORES 3297";
    private Direction direction = Direction.OUTFLOW;
    private @Nullable Instant occurredAt = NOON;
    private @Nullable LocalDate occurredOn;
    private @Nullable String accountId;
    private @Nullable AccountKind accountKind;
    private @Nullable String mcc;
    private @Nullable String merchantName;
    private TransactionStatus status = TransactionStatus.POSTED;
    private @Nullable Long sourceVersion;
    private boolean voided;
    private @Nullable String source;

    private TestTransactions() {}

    /** The dull one. */
    public static TestTransactions transaction() {
        return new TestTransactions();
    }

    /** Of another user. */
    public TestTransactions user(String userId) {
        this.user = userId;
        return this;
    }

    /** With another id, or none. */
    public TestTransactions id(@Nullable String transactionId) {
        this.id = transactionId;
        return this;
    }

    /** With an idempotency key, and no id. */
    public TestTransactions idempotencyKey(String key) {
        this.idempotencyKey = key;
        this.id = null;
        return this;
    }

    /** Of so many minor units. */
    public TestTransactions minor(long amountMinor) {
        this.minor = amountMinor;
        return this;
    }

    /** In another currency. */
    public TestTransactions currency(String code) {
        this.currency = code;
        return this;
    }

    /** With another statement line. */
    public TestTransactions description(String text) {
        this.description = text;
        return this;
    }

    /** The other way: money comes in. */
    public TestTransactions inflow() {
        this.direction = Direction.INFLOW;
        return this;
    }

    /** At another instant. */
    public TestTransactions at(Instant instant) {
        this.occurredAt = instant;
        this.occurredOn = null;
        return this;
    }

    /** At another instant, written in ISO 8601. */
    public TestTransactions at(String instant) {
        return at(Instant.parse(instant));
    }

    /** On a bare date, without an instant. */
    public TestTransactions on(LocalDate day) {
        this.occurredOn = day;
        this.occurredAt = null;
        return this;
    }

    /** On an account. */
    public TestTransactions account(String account, AccountKind kind) {
        this.accountId = account;
        this.accountKind = kind;
        return this;
    }

    /** With a merchant category code. */
    public TestTransactions mcc(String code) {
        this.mcc = code;
        return this;
    }

    /** With a merchant name from the producer. */
    public TestTransactions merchant(String name) {
        this.merchantName = name;
        return this;
    }

    /** Not settled yet. */
    public TestTransactions pending() {
        this.status = TransactionStatus.PENDING;
        return this;
    }

    /** With the producer's own version. */
    public TestTransactions sourceVersion(long version) {
        this.sourceVersion = version;
        return this;
    }

    /** Taken back by its producer. */
    public TestTransactions voided() {
        this.voided = true;
        return this;
    }

    /** From a producer or file. */
    public TestTransactions source(String name) {
        this.source = name;
        return this;
    }

    /** The record. */
    public RawTransaction build() {
        return RawTransaction.newBuilder()
                .setUserId(user)
                .setId(id)
                .setIdempotencyKey(idempotencyKey)
                .setAmount(new io.tributary.avro.Money(minor, currency))
                .setDescription(description)
                .setDirection(direction)
                .setOccurredAt(occurredAt)
                .setOccurredOn(occurredOn)
                .setAccountId(accountId)
                .setAccountKind(accountKind)
                .setMcc(mcc)
                .setMerchantName(merchantName)
                .setStatus(status)
                .setSourceVersion(sourceVersion)
                .setVoided(voided)
                .setSource(source)
                .build();
    }
}
