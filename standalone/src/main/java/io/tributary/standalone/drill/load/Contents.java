package io.tributary.standalone.drill.load;

import io.tributary.standalone.drill.oracle.Content;
import io.tributary.standalone.drill.oracle.StatementLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes up what transactions say. What producers say has even amounts and whole minutes, what users say odd ones, so that
 * an answer tells whose it shows.
 */
final class Contents {
    private static final int MOST_HALF_MINOR = 30_000;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int MINUTE = 60;
    private static final int RECENT = 60;
    private static final int LONG_AGO = 500;
    private static final List<String> OTHERS = List.of("USD", "GBP", "JPY");
    private static final Map<String, Integer> DECIMALS = Map.of("JPY", 0);
    private static final int USUAL_DECIMALS = 2;

    private final List<StatementLine> lines;
    private final LocalDate today;

    Contents(List<StatementLine> lines, LocalDate today) {
        this.lines = lines;
        this.today = today;
    }

    /** A transaction of any day, most of them of these days. */
    Content any(Random random) {
        return new Content(
                producersMinor(random),
                random.nextInt(10) > 0 ? "EUR" : OTHERS.get(random.nextInt(OTHERS.size())),
                random.nextInt(lines.size()),
                day(random),
                random.nextInt(5) == 0 ? null : producersSecond(random),
                false);
    }

    /** What a producer says later of the same transaction; its line stays unless {@code wild}. */
    Content amended(Content before, boolean wild, Random random) {
        Content other = before.withMinor(producersMinor(random));
        if (random.nextInt(4) == 0) {
            other = other.withMoment(day(random), producersSecond(random));
        }
        if (!wild) {
            return other;
        }
        return random.nextBoolean() ? other.withVoided(!before.voided()) : other.withLine(random.nextInt(lines.size()));
    }

    /** An amount that only a user says. */
    long usersMinor(Random random) {
        return 1 + 2L * random.nextInt(MOST_HALF_MINOR);
    }

    /** A second that only a user says. */
    int usersSecond(Random random) {
        return producersSecond(random) + 1 + random.nextInt(MINUTE - 1);
    }

    LocalDate day(Random random) {
        int kind = random.nextInt(20);
        if (kind < 14) {
            return today.minusDays(random.nextInt(2));
        }
        return today.minusDays(kind < 19 ? random.nextInt(RECENT) : random.nextInt(LONG_AGO));
    }

    /** Another line than the given one, of the same direction. */
    int otherLine(int line, Random random) {
        int other = random.nextInt(lines.size());
        while (other == line || lines.get(other).inflow() != lines.get(line).inflow()) {
            other = random.nextInt(lines.size());
        }
        return other;
    }

    /** A decimal number in major units, as HTTP bodies have it. */
    static String decimal(long minor, String currency) {
        return BigDecimal.valueOf(minor, DECIMALS.getOrDefault(currency, USUAL_DECIMALS))
                .toPlainString();
    }

    private static long producersMinor(Random random) {
        return 2L + 2L * random.nextInt(MOST_HALF_MINOR);
    }

    private static int producersSecond(Random random) {
        return MINUTE * random.nextInt(SECONDS_OF_DAY / MINUTE);
    }
}
