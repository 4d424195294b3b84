package io.tributary.api.figures;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.query.Paging;
import io.tributary.api.query.Readings;
import io.tributary.api.query.UserReading;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.avro.Bucket;
import io.tributary.avro.ClassifiedTransaction;
import io.tributary.topologies.flow.Feature;
import io.tributary.topologies.kpi.Dashboard;
import io.tributary.topologies.kpi.Period;
import io.tributary.topologies.kpi.Rollup;
import io.tributary.topologies.ledger.LedgerView;
import io.tributary.topologies.merchant.MerchantPage;
import io.tributary.topologies.merchant.MerchantTopology;
import io.tributary.topologies.merchant.MerchantTotals;
import io.tributary.topologies.totals.MonthTotals;
import io.tributary.topologies.totals.Sums;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Stream;

/** Exact sums of the ledger, rolled up to what was asked for. Per currency: nothing is converted. */
final class AggregateRoutes {

    private static final String MERCHANT = "merchant";
    private static final String CATEGORY = "category";
    private static final String ANY = "ANY";
    private static final List<Feature> FEATURES = List.of(MerchantTopology.FEATURE);
    private static final Param<String> BY = Param.choice(
            "by", List.of("day", "week", "month", CATEGORY, MERCHANT), "month", "What the rows are; weeks by Monday.");
    private static final Param<LocalDate> FROM =
            Param.date("from", "First local day; where it is left out, the first of the eleventh month before to.");
    private static final Param<LocalDate> TO =
            Param.date("to", "Last local day; where it is left out, the last of the running month.");
    private static final Param<Boolean> DETAIL =
            Param.flag("detail", "By detailed instead of primary category; only by=category.");
    private static final Param<String> CURRENCY = Param.text("currency", "Only this currency.");
    private static final Param<String> BUCKET = Param.choice(
            "bucket",
            Stream.concat(Stream.of(ANY), Arrays.stream(Bucket.values()).map(Enum::name))
                    .toList(),
            ANY,
            "Only what counts as this; not by=merchant.");

    private final Readings readings;

    AggregateRoutes(Readings readings) {
        this.readings = readings;
    }

    List<Route> routes() {
        return List.of(FigureRoutes.get("aggregates", "Exact counts and sums, rolled up")
                .params(BY, FROM, TO, DETAIL, CURRENCY, BUCKET, Paging.CURSOR)
                .answers(200, AggregatesView.class, "All rows; by=merchant in pages, the others in one.")
                .by(this::aggregates));
    }

    private Answer aggregates(Request request) {
        UserReading reading = readings.open(request);
        Period period = period(request, reading);
        String by = request.get(BY);
        checkFilters(request, by);
        return Answer.ok(
                by.equals(MERCHANT)
                        ? merchants(request, reading, period)
                        : cells(request, reading, period, rollup(by, request)));
    }

    private static AggregatesView cells(Request request, UserReading reading, Period period, Rollup rollup) {
        String bucket = request.get(BUCKET);
        String currency = request.find(CURRENCY).orElse(ANY);
        List<MonthTotals> totals = reading.totals(period).stream()
                .filter(month -> currency.equals(ANY) || month.currency().equals(currency))
                .toList();
        List<AggregatesView.Row> rows =
                rollup
                        .of(
                                totals,
                                period,
                                cell -> bucket.equals(ANY)
                                        || cell.bucket().name().equals(bucket))
                        .stream()
                        .map(AggregatesView.Row::of)
                        .toList();
        return new AggregatesView(request.get(BY), period.from(), period.to(), rows, null, reading.restating(), null);
    }

    private static AggregatesView merchants(Request request, UserReading reading, Period period) {
        String currency = request.find(CURRENCY).orElse(ANY);
        SortedSet<String> degraded = reading.degraded(FEATURES);
        MerchantPage page = Paging.page(() -> reading.views()
                .merchants(reading.userId())
                .totals(reading.userId(), period.from(), period.to(), Paging.cursor(request)));
        LedgerView ledger = reading.views().ledger(reading.userId());
        List<AggregatesView.Row> rows = page.rows().stream()
                .filter(row -> currency.equals(ANY) || row.currency().equals(currency))
                .map(row -> merchant(row, ledger, reading.userId()))
                .toList();
        degraded.addAll(reading.degraded(FEATURES));
        return new AggregatesView(
                MERCHANT,
                period.from(),
                period.to(),
                rows,
                page.cursor(),
                reading.restating(),
                degraded.isEmpty() ? null : List.copyOf(degraded));
    }

    private static AggregatesView.Row merchant(MerchantTotals row, LedgerView ledger, String userId) {
        Sums sums = new Sums(row.inflowCount(), row.inflowMinor(), row.outflowCount(), row.outflowMinor());
        // The merchant's row holds no text: its newest transaction says how it is called.
        String name = ledger.find(userId, row.newestTransactionId())
                .map(ClassifiedTransaction::getMerchantName)
                .orElse(row.merchantKey());
        return AggregatesView.Row.of(row.merchantKey(), row.currency(), sums, name);
    }

    private static Rollup rollup(String by, Request request) {
        return by.equals(CATEGORY) && request.get(DETAIL)
                ? Rollup.CATEGORY_DETAIL
                : Rollup.valueOf(by.toUpperCase(Locale.ROOT));
    }

    /** A filter that would be ignored answers another question than the one that was asked. */
    private static void checkFilters(Request request, String by) {
        if (by.equals(MERCHANT) && !request.get(BUCKET).equals(ANY)) {
            throw ProblemException.invalid("bucket", "bucket.by", "bucket cannot be combined with by=merchant");
        }
        if (!by.equals(CATEGORY) && request.get(DETAIL)) {
            throw ProblemException.invalid("detail", "detail.by", "detail can only be combined with by=category");
        }
        if (!by.equals(MERCHANT) && Paging.cursor(request) != null) {
            throw ProblemException.invalid("cursor", "cursor.by", "cursor can only be combined with by=merchant");
        }
    }

    private static Period period(Request request, UserReading reading) {
        LocalDate to = request.find(TO).orElseGet(() -> reading.thisMonth().atEndOfMonth());
        LocalDate from = request.find(FROM).orElseGet(() -> Period.months(YearMonth.from(to), Dashboard.TREND_MONTHS)
                .from());
        if (from.isAfter(to)) {
            throw ProblemException.invalid("from", "from.order", "from must not be after to");
        }
        return new Period(from, to);
    }
}
