package io.tributary.topologies;

import io.tributary.avro.Bucket;
import io.tributary.avro.ChangeKind;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.avro.ConfidenceLevel;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.avro.FactVersion;
import io.tributary.avro.Money;
import io.tributary.avro.TransactionStatus;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Builds ledger entries for tests: 12.99 GBP of groceries at noon, by user u1, unless a test says otherwise. */
public final class TestEntries {

    /** When a test entry takes place. */
    public static final Instant NOON = Instant.parse("2026-06-15T12:00:00Z");

    private final String id;
    private String user = "u1";
    private long minor = 1299;
    private String currency = "GBP";
    private Direction direction = Direction.OUTFLOW;
    private Instant at = NOON;
    private LocalDate localDay = LocalDate.of(2026, 6, 15);
    private boolean timed = true;
    private String merchant = "tesco";
    private String category = "FOOD_AND_DRINK_GROCERIES";
    private boolean voided;

    private TestEntries(String id) {
        this.id = id;
    }

    /** The dull one, with an id. */
    public static TestEntries entry(String transactionId) {
        return new TestEntries(transactionId);
    }

    /** Of another user. */
    public TestEntries user(String userId) {
        this.user = userId;
        return this;
    }

    /** Of so many minor units. */
    public TestEntries minor(long amountMinor) {
        this.minor = amountMinor;
        return this;
    }

    /** In another currency. */
    public TestEntries currency(String code) {
        this.currency = code;
        return this;
    }

    /** The other way: money comes in. */
    public TestEntries inflow() {
        this.direction = Direction.INFLOW;
        return this;
    }

    /** At another instant, on its UTC day. */
    public TestEntries at(Instant instant) {
        this.at = instant;
        this.localDay = instant.atZone(ZoneOffset.UTC).toLocalDate();
        return this;
    }

    /** Counted for another day than the UTC day of its instant. */
    public TestEntries localDay(LocalDate day) {
        this.localDay = day;
        return this;
    }

    /** Known by its day only. */
    public TestEntries dayOnly() {
        this.timed = false;
        return this;
    }

    /** At another merchant; the empty key for none. */
    public TestEntries merchant(String key) {
        this.merchant = key;
        return this;
    }

    /** In another category. */
    public TestEntries category(String code) {
        this.category = code;
        return this;
    }

    /** In no figure. */
    public TestEntries voided() {
        this.voided = true;
        return this;
    }

    /** The entry. */
    public ClassifiedTransaction build() {
        Category detailed = Taxonomy.of(category);
        return ClassifiedTransaction.newBuilder()
                .setUserId(user)
                .setTransactionId(id)
                .setVersion(1)
                .setChangeKind(ChangeKind.CREATED)
                .setAmount(new Money(minor, currency))
                .setDirection(direction)
                .setDescription("some statement line")
                .setOccurredAt(timed ? at : null)
                .setOccurredOn(timed ? null : localDay)
                .setLocalDay(localDay)
                .setSortAt(at)
                .setMerchantName(merchant.toUpperCase(Locale.ROOT))
                .setMerchantKey(merchant)
                .setStatus(TransactionStatus.POSTED)
                .setVoided(voided)
                .setCategory(detailed.primary())
                .setCategoryDetail(detailed.code())
                .setBucket(Bucket.NEED)
                .setDecidedBy(DecidedBy.DICTIONARY)
                .setProbability(1)
                .setConfidenceLevel(ConfidenceLevel.VERY_HIGH)
                .setNeedsReview(false)
                .setModelVersion("test")
                .setFactVersion(new FactVersion(1L, at, 0L))
                .setFirstOffset(0)
                .setFirstDigest(0)
                .setDigests(List.of())
                .setHistory(List.of())
                .setRecordedAt(at)
                .setSourceOffset(0)
                .build();
    }
}
