package io.tributary.api.query;

import io.tributary.api.streams.Views;
import io.tributary.avro.Profile;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.kpi.BaseCurrency;
import io.tributary.topologies.kpi.Conversion;
import io.tributary.topologies.kpi.Kpis;
import io.tributary.topologies.kpi.Period;
import io.tributary.topologies.ledger.TransactionFilter;
import io.tributary.topologies.totals.MonthTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * One user's state as one request reads it.
 *
 * @param userId the user
 * @param views where the state is read
 * @param profile the profile, where the user gave one
 * @param now the moment of the request
 * @param today the running day in the user's zone
 * @param fallbackCurrency the service's base currency
 * @param rates exchange rates
 * @param restatingBefore what was being restated before anything else was read
 */
public record UserReading(
        String userId,
        Views views,
        Optional<Profile> profile,
        Instant now,
        LocalDate today,
        String fallbackCurrency,
        Conversion rates,
        @Nullable RestatingView restatingBefore) {

    /** The currency that the user's figures are in. */
    public BaseCurrency base() {
        String chosen = profile.map(Profile::getBaseCurrency).orElse(null);
        return chosen == null
                ? BaseCurrency.of(null, views.totals(userId).recentCurrencies(userId), fallbackCurrency)
                : BaseCurrency.of(chosen, List.of(), fallbackCurrency);
    }

    /** The totals of all months that a period touches. */
    public List<MonthTotals> totals(Period period) {
        return views.totals(userId).months(userId, YearMonth.from(period.from()), YearMonth.from(period.to()));
    }

    /** The KPIs over all months that a period touches. */
    public Kpis kpis(Period period, BaseCurrency base) {
        return new Kpis(totals(period), base.code(), rates);
    }

    /** The running month. */
    public YearMonth thisMonth() {
        return YearMonth.from(today);
    }

    /**
     * Which of some features are incomplete for the user. To be asked before and after what they say is read, as one look
     * would miss a rebuild that began or ended meanwhile.
     */
    public SortedSet<String> degraded(List<Feature> features) {
        return views.guard(userId).degraded(userId, features, this::hasHistory);
    }

    private boolean hasHistory() {
        return !views.ledger(userId)
                .newestFirst(userId, TransactionFilter.ALL, null, 1)
                .transactions()
                .isEmpty();
    }

    /**
     * Whether a job is restating the user's history, or was when the reading began. To be asked after the figures have
     * been read: a job that began or ended meanwhile has touched them, and one look would miss one of the two.
     */
    public @Nullable RestatingView restating() {
        RestatingView after = RestatingView.of(views.jobs(userId).running(userId));
        return after == null ? restatingBefore : after;
    }
}
