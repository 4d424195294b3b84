package io.tributary.schemas;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The currencies that money may be in: the rows of ISO 4217 that have a numeric minor unit and are not withdrawn. Gold,
 * test codes and the like have none, and are no money here.
 */
public final class Currencies {

    private static final Map<String, Currency> BY_CODE = load();
    private static final List<String> CODES = List.copyOf(BY_CODE.keySet());
    private static final Map<String, Integer> INDEX = indexed();
    private static final Map<Integer, String> BY_NUMBER = numbered();

    private Currencies() {}

    private record Currency(int number, int exponent) {}

    /** True for a currency that money may be in; codes are upper case. */
    public static boolean isKnown(@Nullable String code) {
        return code != null && BY_CODE.containsKey(code);
    }

    /**
     * Decimals of the currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD.
     *
     * @throws IllegalArgumentException when the currency is unknown
     */
    public static int exponent(String code) {
        return known(code).exponent();
    }

    /**
     * ISO's three-digit number of the currency: the compact form for anything that is stored.
     *
     * @throws IllegalArgumentException when the currency is unknown
     */
    public static int number(String code) {
        return known(code).number();
    }

    /**
     * The code of an ISO number.
     *
     * @throws IllegalArgumentException when no known currency has it
     */
    public static String ofNumber(int number) {
        String code = BY_NUMBER.get(number);
        if (code == null) {
            throw new IllegalArgumentException("no currency has the ISO 4217 number " + number);
        }
        return code;
    }

    /** All codes in alphabetical order. */
    public static List<String> codes() {
        return CODES;
    }

    /**
     * Place of the code in {@link #codes()}: for arrays in memory, never stored, since a new edition of the list moves it.
     *
     * @throws IllegalArgumentException when the currency is unknown
     */
    public static int index(String code) {
        return Objects.requireNonNullElseGet(INDEX.get(code), () -> {
            throw unknown();
        });
    }

    private static Currency known(String code) {
        Currency currency = BY_CODE.get(code);
        if (currency == null) {
            throw unknown();
        }
        return currency;
    }

    // The code came from outside and may be anything, so it is not repeated.
    private static IllegalArgumentException unknown() {
        return new IllegalArgumentException("not the code of a current ISO 4217 currency with a minor unit");
    }

    private static Map<String, Currency> load() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, Currency> currencies = new TreeMap<>();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Currencies.class.getResourceAsStream("iso4217.csv"), "iso4217.csv"),
                StandardCharsets.UTF_8)) {
            for (CSVRecord row : format.parse(reader)) {
                if (row.get("WithdrawalDate").isBlank() && row.get("MinorUnit").matches("[0-9]")) {
                    currencies.put(
                            row.get("AlphabeticCode"),
                            new Currency(
                                    Integer.parseInt(row.get("NumericCode")), Integer.parseInt(row.get("MinorUnit"))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the list of currencies in the jar cannot be read", e);
        }
        return currencies;
    }

    private static Map<String, Integer> indexed() {
        Map<String, Integer> index = new HashMap<>();
        CODES.forEach(code -> index.put(code, index.size()));
        return index;
    }

    private static Map<Integer, String> numbered() {
        Map<Integer, String> codes = new HashMap<>();
        BY_CODE.forEach((code, currency) -> codes.put(currency.number(), code));
        return codes;
    }
}
