package io.tributary.standalone.drill.oracle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a producer says a transaction is.
 *
 * @param minor how much, in minor units
 * @param currency ISO 4217
 * @param line which statement line, as an index of the drill's
 * @param day the day it happened; users of the drill live in UTC
 * @param second the second of that day; null where only the day is known
 * @param voided whether it is taken back
 */
public record Content(
        long minor,
        String currency,
        int line,
        LocalDate day,
        @Nullable Integer second,
        boolean voided) {

    /** The moment as the API shows it: an instant, or the day alone. */
    public String occurredAt() {
        return second == null ? day.toString() : instantText(day, second);
    }

    /** The same with another amount. */
    public Content withMinor(long other) {
        return new Content(other, currency, line, day, second, voided);
    }

    /** The same with another line. */
    public Content withLine(int other) {
        return new Content(minor, currency, other, day, second, voided);
    }

    /** The same on another day. */
    public Content withMoment(LocalDate otherDay, @Nullable Integer otherSecond) {
        return new Content(minor, currency, line, otherDay, otherSecond, voided);
    }

    /** The same taken back, or put back. */
    public Content withVoided(boolean other) {
        return new Content(minor, currency, line, day, second, other);
    }

    private static String instantText(LocalDate day, int second) {
        LocalDateTime time = day.atStartOfDay().plusSeconds(second);
        return time.toInstant(ZoneOffset.UTC).toString();
    }
}
