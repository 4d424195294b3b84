package io.tributary.topologies.kpi;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The KPIs of a month beside those of the month before.
 *
 * @param month the month
 * @param partial whether it is not over yet
 * @param now its figures
 * @param comparedWith the days that {@code before} is about: the month before, of a running month only the same days
 * @param before the figures of these days
 * @param categories what was spent by primary category, most first
 * @param categoriesBefore the same of the days before, by category; without those in which nothing happened
 * @param trend the months up to this one, oldest first, empty ones too
 */
public record Dashboard(
        YearMonth month,
        boolean partial,
        Figures now,
        Period comparedWith,
        Figures before,
        List<CategorySpend> categories,
        Map<String, CategorySpend> categoriesBefore,
        List<MonthFigures> trend) {

    /** Months of the trend. */
    public static final int TREND_MONTHS = 12;

    /**
     * The figures of one month.
     *
     * @param month the month
     * @param figures its figures
     * @param partial whether it is not over yet
     */
    public record MonthFigures(YearMonth month, Figures figures, boolean partial) {}
}
