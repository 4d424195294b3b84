package io.tributary.topologies.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Exchange rates of past days. */
@FunctionalInterface
public interface Conversion {

    /**
     * Units of {@code to} for one unit of {@code from}, by the newest rate at or before {@code day}; empty where none is
     * known or the newest is too old to stand for the day. Never asked for a currency to itself.
     */
    Optional<BigDecimal> rate(LocalDate day, String from, String to);

    /** Knows no rate: every amount in another currency is left out. */
    static Conversion none() {
        return (day, from, to) -> Optional.empty();
    }
}
