package io.tributary.benchmarks.workload;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Money;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.TransactionStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts as life brings them: some users are far more active than others (log-normal), each returns to some merchants far
 * more often than to others (Zipf) and now and then goes somewhere new; amounts are log-normal, statement lines real
 * ones by their frequency, and a year passes in order, a day of disorder here and there. The same seed gives the same
 * facts, byte for byte. For one thread.
 */
public final class Workload {

    private static final int DAYS = 365;
    private static final long DAY_SECONDS = 86_400;
    private static final double SPREAD_OF_ACTIVITY = 1.0;
    private static final double EXPLORES = 0.1;
    private static final double KNOWS_ONLY_THE_DAY = 0.25;
    private static final double SAME_AMOUNT = 0.3;
    private static final double SPREAD_AT_A_MERCHANT = 0.35;

    private final long seed;
    private final long total;
    private final Instant end;
    private final Lines lines;
    private final SplittableRandom random;
    private final Zipf zipf = new Zipf(Person.mostLines());
    private final double[] activity;
    private final @Nullable Person[] people;
    private long made;

    /**
     * A workload of {@code total} facts.
     *
     * @param users how many users share them
     * @param seed decides everything
     * @param lastDay the day before which the year ends
     */
    public Workload(long total, int users, long seed, LocalDate lastDay) {
        this.seed = seed;
        this.total = total;
        this.end = lastDay.atStartOfDay().toInstant(ZoneOffset.UTC);
        this.lines = Lines.ofDemoData();
        this.random = new SplittableRandom(seed);
        this.activity = new double[users];
        this.people = new Person[users];
        double sum = 0;
        for (int user = 0; user < users; user++) {
            sum += Person.logNormal(random, 1, SPREAD_OF_ACTIVITY);
            activity[user] = sum;
        }
    }

    /** The next fact; past the total, the last day goes on. */
    public RawTransaction next() {
        Person person = person();
        boolean explores = random.nextDouble() < EXPLORES;
        int rank = zipf.draw(random, person.size());
        Lines.Line line = lines.get(explores ? lines.draw(random) : person.line(rank));
        long minor = explores ? Person.anyMinor(random) : minorAt(person, rank);
        Instant when = when();
        boolean dayOnly = random.nextDouble() < KNOWS_ONLY_THE_DAY;
        return new RawTransaction(
                person.id(),
                id().toString(),
                null,
                new Money(minor, person.currency()),
                line.description(),
                line.direction(),
                dayOnly ? null : when,
                dayOnly ? LocalDate.ofInstant(when, ZoneOffset.UTC) : null,
                person.id() + "-card",
                AccountKind.CARD,
                null,
                null,
                TransactionStatus.POSTED,
                null,
                false,
                "bench");
    }

    private long minorAt(Person person, int rank) {
        long usual = person.usualMinor(rank);
        boolean fixed = usual % 10 < SAME_AMOUNT * 10;
        return fixed ? usual : Person.minor(Person.logNormal(random, (double) usual, SPREAD_AT_A_MERCHANT));
    }

    private Person person() {
        double point = random.nextDouble() * activity[activity.length - 1];
        int user = Zipf.search(activity, point, activity.length);
        Person known = people[user];
        if (known == null) {
            known = Person.of(user, seed, lines);
            people[user] = known;
        }
        return known;
    }

    private Instant when() {
        double passed = Math.min(1, (double) made++ / total);
        long second = (long) ((passed - 1) * DAYS * DAY_SECONDS) - random.nextLong(DAY_SECONDS);
        return end.plusSeconds(second);
    }

    private UUID id() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low);
    }
}
