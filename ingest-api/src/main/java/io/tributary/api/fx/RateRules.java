package io.tributary.api.fx;

import io.tributary.api.problem.FieldError;
import io.tributary.avro.FxRates;
import io.tributary.schemas.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a day's exchange rates must be, whether they come by HTTP or from a file. */
final class RateRules {

    private static final int LONGEST_RATE = 40;
    private static final int MOST_RATES = 500;

    private RateRules() {}

    /** What came of reading rates. */
    sealed interface Result {

        /** Rates that may be kept, as plain decimal texts. */
        record Rates(FxRates rates) implements Result {}

        /** What is wrong, at least one thing. */
        record Refused(List<FieldError> errors) implements Result {}
    }

    /** Reads a day's rates, each a decimal text: units of the currency for one unit of {@code base}. */
    static Result read(LocalDate day, @Nullable String base, Map<String, String> rates) {
        List<FieldError> errors = new ArrayList<>();
        if (!Currencies.isKnown(base)) {
            errors.add(FieldError.of("base", "currency.iso4217", "base must be a current ISO 4217 code"));
        }
        if (rates.isEmpty() || rates.size() > MOST_RATES) {
            errors.add(FieldError.of("rates", "rates.count", "rates must have 1 to 500 entries"));
        }
        Map<String, String> kept = new TreeMap<>();
        rates.forEach((currency, text) ->
                check(base, currency, text, errors).ifPresent(rate -> kept.put(currency, rate.toPlainString())));
        return errors.isEmpty() && base != null
                ? new Result.Rates(new FxRates(day, base, kept))
                : new Result.Refused(errors);
    }

    private static Optional<BigDecimal> check(
            @Nullable String base, String currency, String text, List<FieldError> errors) {
        if (!Currencies.isKnown(currency)) {
            errors.add(FieldError.of("rates", "currency.iso4217", "rates must be keyed by current ISO 4217 codes"));
            return Optional.empty();
        }
        Optional<BigDecimal> rate = rate(text);
        if (rate.isEmpty()) {
            errors.add(FieldError.of("rates." + currency, "rate.positive", "a rate must be a number above 0"));
        } else if (currency.equals(base) && rate.get().compareTo(BigDecimal.ONE) != 0) {
            errors.add(FieldError.of("rates." + currency, "rate.base", "the rate of the base itself is 1"));
        }
        return rate;
    }

    private static Optional<BigDecimal> rate(String text) {
        if (text.length() > LONGEST_RATE) {
            return Optional.empty();
        }
        try {
            BigDecimal rate = new BigDecimal(text);
            // 1e999999999 is a short text and a number of a gigabyte.
            boolean sane = rate.signum() > 0 && Math.abs((long) rate.scale()) <= LONGEST_RATE;
            return sane ? Optional.of(rate) : Optional.empty();
        } catch (NumberFormatException broken) {
            return Optional.empty();
        }
    }
}
