package io.tributary.topologies.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates by base currency and day, in memory. A rate between two currencies comes from one record that quotes
 * both. From the record's base it is the quoted number itself; to the base and across it, it is a quotient of 34
 * significant digits ({@link MathContext#DECIMAL128}: an error of 10^-34 of the amount, far below any minor unit). The
 * newest day at or before the one asked for counts, if it is no older than {@link #OLDEST_DAYS}: markets close for a long
 * weekend, not for longer. May be used from any thread.
 */
public final class FxTable implements Conversion {

    /** How many days a rate stands for the days after it. */
    public static final int OLDEST_DAYS = 7;

    private final Map<String, NavigableMap<LocalDate, Map<String, BigDecimal>>> byBase = new ConcurrentHashMap<>();

    /**
     * Keeps a day's rates, in units of each currency for one unit of {@code base}; replaces those of the same base and
     * day. Rates that are not positive are left out: nothing can be divided by them.
     */
    public void put(LocalDate day, String base, Map<String, BigDecimal> rates) {
        Map<String, BigDecimal> quoted = new HashMap<>(rates);
        quoted.values().removeIf(rate -> rate.signum() <= 0);
        quoted.put(base, BigDecimal.ONE);
        byBase.computeIfAbsent(base, unused -> new ConcurrentSkipListMap<>()).put(day, Map.copyOf(quoted));
    }

    /** Forgets a day's rates. */
    public void remove(LocalDate day, String base) {
        NavigableMap<LocalDate, Map<String, BigDecimal>> days = byBase.get(base);
        if (days != null) {
            days.remove(day);
        }
    }

    /** A day's rates by base currency, as they were kept; empty where there are none of that very day. */
    public Map<String, Map<String, BigDecimal>> on(LocalDate day) {
        Map<String, Map<String, BigDecimal>> found = new HashMap<>();
        byBase.forEach((base, days) -> {
            Map<String, BigDecimal> rates = days.get(day);
            if (rates != null) {
                found.put(base, rates);
            }
        });
        return found;
    }

    @Override
    public Optional<BigDecimal> rate(LocalDate day, String from, String to) {
        Quote newest = null;
        // In the order of the codes, so that two tables with the same content answer alike.
        for (String base : new TreeSet<>(byBase.keySet())) {
            Quote quote = quote(base, day, from, to);
            if (quote != null && (newest == null || quote.day().isAfter(newest.day()))) {
                newest = quote;
            }
        }
        return Optional.ofNullable(newest).map(Quote::rate);
    }

    private @Nullable Quote quote(String base, LocalDate day, String from, String to) {
        NavigableMap<LocalDate, Map<String, BigDecimal>> days = byBase.get(base);
        if (days == null) {
            return null;
        }
        NavigableMap<LocalDate, Map<String, BigDecimal>> recent =
                days.subMap(day.minusDays(OLDEST_DAYS), true, day, true).descendingMap();
        for (Map.Entry<LocalDate, Map<String, BigDecimal>> rates : recent.entrySet()) {
            BigDecimal fromRate = rates.getValue().get(from);
            BigDecimal toRate = rates.getValue().get(to);
            if (fromRate != null && toRate != null) {
                BigDecimal rate = from.equals(base) ? toRate : toRate.divide(fromRate, MathContext.DECIMAL128);
                return new Quote(rates.getKey(), rate);
            }
        }
        return null;
    }

    private record Quote(LocalDate day, BigDecimal rate) {}
}
