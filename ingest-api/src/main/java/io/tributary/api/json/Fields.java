package io.tributary.api.json;

import io.tributary.api.problem.FieldError;
import io.tributary.avro.Money;
import io.tributary.schemas.MoneyReading;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a body that are text in JSON and something else in the log, and notes what is wrong with them. */
public final class Fields {

    private static final int DATE_LENGTH = 10;

    private final List<FieldError> errors = new ArrayList<>();
    private final Set<String> wrong = new HashSet<>();

    /** An instant or a day, or neither. */
    public record Moment(
            @Nullable Instant instant, @Nullable LocalDate day) {

        static final Moment NONE = new Moment(null, null);
    }

    /** What was wrong. */
    public List<FieldError> errors() {
        return List.copyOf(errors);
    }

    /** Whether something was wrong with a field. */
    public boolean isWrong(String field) {
        return wrong.contains(field);
    }

    /** Notes an error; the first of a field counts, what follows from it is noise. */
    public void refuse(String field, String rule, String message) {
        if (wrong.add(field)) {
            errors.add(FieldError.of(field, rule, message));
        }
    }

    @Nullable
    public Money money(@Nullable Decimal amount, @Nullable String currency) {
        if (amount == null) {
            return null;
        }
        if (currency == null) {
            refuse("currency", "currency.required", "currency must be given");
            return null;
        }
        MoneyReading reading = io.tributary.schemas.Money.read(amount.text(), currency);
        if (reading instanceof MoneyReading.Amount read) {
            return read.money().toAvro();
        }
        refuse(((MoneyReading.Refused) reading).rule());
        return null;
    }

    private void refuse(MoneyReading.Rule rule) {
        switch (rule) {
            case UNKNOWN_CURRENCY -> refuse("currency", "currency.iso4217", "currency " + rule.sentence());
            case NOT_A_NUMBER -> refuse("amount", "amount.number", "amount " + rule.sentence());
            case TOO_MANY_DECIMALS -> refuse("amount", "amount.decimals", "amount " + rule.sentence());
            case TOO_LARGE -> refuse("amount", "amount.max", "amount " + rule.sentence());
        }
    }

    public Moment moment(String field, @Nullable String text) {
        if (text == null) {
            return Moment.NONE;
        }
        try {
            return text.length() == DATE_LENGTH
                    ? new Moment(null, LocalDate.parse(text))
                    : new Moment(OffsetDateTime.parse(text).toInstant(), null);
        } catch (DateTimeException broken) {
            refuse(field, field + ".format", field + " must be an RFC 3339 instant or a date like 2026-11-30");
            return Moment.NONE;
        }
    }

    public <E extends Enum<E>> @Nullable E word(
            String field, @Nullable String text, Class<E> type, @Nullable E fallback) {
        if (text == null) {
            return fallback;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text) && !text.equals("UNKNOWN")) {
                return constant;
            }
        }
        String words = String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(Enum::name)
                        .filter(name -> !name.equals("UNKNOWN"))
                        .toList());
        refuse(field, field.toLowerCase(Locale.ROOT) + ".known", field + " must be one of " + words);
        return fallback;
    }
}
