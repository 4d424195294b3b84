package io.tributary.topologies.kpi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/** Exchange rates of past days. */
@FunctionalInterface
public interface Conversion {

    /**
     * Units of {@code to} for one unit of {@code from}, by the last known rate at or before {@code day}; empty where none
     * is known. Never asked for a currency to itself.
     */
    Optional<BigDecimal> rate(LocalDate day, String from, String to);
}
