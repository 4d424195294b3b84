package io.tributary.api.figures;

import io.tributary.api.query.RestatingView;
import io.tributary.api.query.UserReading;
import io.tributary.topologies.ledger.RollingSums;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums over the time right up to now, transfers left out.
 *
 * @param until now
 * @param windows the last 24 hours and the last 7 days
 * @param restating set while a job is restating history
 */
record RollingView(
        Instant until, List<Window> windows, @Nullable RestatingView restating) {

    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * One of them.
     *
     * @param window {@code 24h} or {@code 7d}
     * @param from its start; a transaction of which only the day is known counts from local midnight
     * @param complete false when there were more than 2,000 transactions: the sums are then of the newest 2,000
     * @param byCurrency sums by currency
     */
    record Window(String window, Instant from, boolean complete, Map<String, SumsView> byCurrency) {

        static Window of(String name, RollingSums sums) {
            Map<String, SumsView> byCurrency = new TreeMap<>();
            sums.byCurrency().forEach((currency, sum) -> byCurrency.put(currency, SumsView.of(sum, currency)));
            return new Window(name, sums.from(), sums.complete(), byCurrency);
        }
    }

    static RollingView of(UserReading reading) {
        List<Window> windows =
                List.of(Window.of("24h", rolling(reading, DAY)), Window.of("7d", rolling(reading, WEEK)));
        return new RollingView(reading.now(), windows, reading.restating());
    }

    private static RollingSums rolling(UserReading reading, Duration window) {
        return reading.views().ledger(reading.userId()).rolling(reading.userId(), reading.now(), window);
    }
}
