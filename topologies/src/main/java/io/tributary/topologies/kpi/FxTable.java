package io.tributary.topologies.kpi;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Exchange rates by base currency and day. A rate between two currencies comes from one record that quotes both, directly
 * or crossed over its base; the newest day at or before the one asked for counts. May be used from any thread.
 */
public final class FxTable implements Conversion {

    private final Map<String, NavigableMap<LocalDate, Map<String, BigDecimal>>> byBase = new ConcurrentHashMap<>();

    /** Keeps a day's rates, in units of each currency for one unit of {@code base}; replaces those of the same day. */
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

    @Override
    public Optional<BigDecimal> rate(LocalDate day, String from, String to) {
        LocalDate newest = LocalDate.MIN;
        BigDecimal rate = null;
        // In the order of the codes, so that two tables with the same content answer alike.
        for (String base : byBase.keySet().stream().sorted().toList()) {
            Map.Entry<LocalDate, BigDecimal> quote = quote(byBase.get(base), day, from, to);
            if (quote != null && quote.getKey().isAfter(newest)) {
                newest = quote.getKey();
                rate = quote.getValue();
            }
        }
        return Optional.ofNullable(rate);
    }

    private static Map.@Nullable Entry<LocalDate, BigDecimal> quote(
            @Nullable NavigableMap<LocalDate, Map<String, BigDecimal>> days, LocalDate day, String from, String to) {
        if (days == null) {
            return null;
        }
        for (Map.Entry<LocalDate, Map<String, BigDecimal>> record :
                days.headMap(day, true).descendingMap().entrySet()) {
            BigDecimal fromRate = record.getValue().get(from);
            BigDecimal toRate = record.getValue().get(to);
            if (fromRate != null && toRate != null) {
                BigDecimal crossed = fromRate.compareTo(BigDecimal.ONE) == 0
                        ? toRate
                        : toRate.divide(fromRate, MathContext.DECIMAL128);
                return Map.entry(record.getKey(), crossed);
            }
        }
        return null;
    }
}
