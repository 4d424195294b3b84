package io.tributary.api.ingest;

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

/** Checks a day's exchange rates, from HTTP or from a file. */
public final class FxReader {

    private static final int LONGEST_RATE = 40;
    private static final int MOST_RATES = 500;

    private FxReader() {}

    /** What came of it. */
    public sealed interface Result {

        /** Rates that may be kept. */
        record Rates(FxRates rates) implements Result {}

        /** What is wrong, at least one thing. */
        record Refused(List<FieldError> errors) implements Result {}
    }

    /** The record of a day's rates, each a decimal text. */
    public static Result read(LocalDate day, @Nullable String base, Map<String, String> rates) {
        List<FieldError> errors = new ArrayList<>();
        if (!Currencies.isKnown(base)) {
            errors.add(FieldError.of("base", "currency.iso4217", "base must be a current ISO 4217 code"));
        }
        if (rates.isEmpty() || rates.size() > MOST_RATES) {
            errors.add(FieldError.of("rates", "rates.count", "rates must have 1 to 500 entries"));
        }
        Map<String, String> kept = new TreeMap<>();
        rates.forEach((currency, text) -> {
            Optional<BigDecimal> rate = rate(text);
            if (!Currencies.isKnown(currency)) {
                errors.add(FieldError.of("rates", "currency.iso4217", "rates must be keyed by current ISO 4217 codes"));
            } else if (rate.isEmpty()) {
                errors.add(FieldError.of("rates." + currency, "rate.positive", "a rate must be a number above 0"));
            } else {
                kept.put(currency, rate.get().toPlainString());
            }
        });
        return errors.isEmpty() && base != null
                ? new Result.Rates(new FxRates(day, base, kept))
                : new Result.Refused(errors);
    }

    private static Optional<BigDecimal> rate(@Nullable String text) {
        if (text == null || text.length() > LONGEST_RATE) {
            return Optional.empty();
        }
        try {
            BigDecimal rate = new BigDecimal(text);
            boolean sane = rate.signum() > 0 && Math.abs((long) rate.scale()) <= LONGEST_RATE;
            return sane ? Optional.of(rate) : Optional.empty();
        } catch (NumberFormatException broken) {
            return Optional.empty();
        }
    }
}
