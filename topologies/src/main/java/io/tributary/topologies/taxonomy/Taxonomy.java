package io.tributary.topologies.taxonomy;

import io.tributary.avro.Bucket;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The categories: 16 primaries, 104 details and OTHER. The file beside this class is the list. */
public final class Taxonomy {

    private static final Set<String> NEUTRAL = Set.of("TRANSFER_IN", "TRANSFER_OUT");
    private static final Set<String> NEED =
            Set.of("LOAN_PAYMENTS", "MEDICAL", "RENT_AND_UTILITIES", "GOVERNMENT_AND_NON_PROFIT", "TRANSPORTATION");

    /** Where a detail does not count as its primary does. */
    private static final Map<String, Bucket> EXCEPTIONS = Map.ofEntries(
            Map.entry("TRANSFER_OUT_SAVINGS", Bucket.SAVING),
            Map.entry("TRANSFER_OUT_INVESTMENT_AND_RETIREMENT_FUNDS", Bucket.SAVING),
            Map.entry("TRANSFER_OUT_WITHDRAWAL", Bucket.WANT),
            Map.entry("LOAN_PAYMENTS_CREDIT_CARD_PAYMENT", Bucket.NEUTRAL),
            Map.entry("GENERAL_MERCHANDISE_PET_SUPPLIES", Bucket.NEED),
            Map.entry("HOME_IMPROVEMENT_REPAIR_AND_MAINTENANCE", Bucket.NEED),
            Map.entry("HOME_IMPROVEMENT_SECURITY", Bucket.NEED),
            Map.entry("PERSONAL_CARE_LAUNDRY_AND_DRY_CLEANING", Bucket.NEED),
            Map.entry("GENERAL_SERVICES_INSURANCE", Bucket.NEED),
            Map.entry("GENERAL_SERVICES_CHILDCARE", Bucket.NEED),
            Map.entry("GENERAL_SERVICES_EDUCATION", Bucket.NEED),
            Map.entry("GENERAL_SERVICES_AUTOMOTIVE", Bucket.NEED),
            Map.entry("FOOD_AND_DRINK_GROCERIES", Bucket.NEED),
            Map.entry("GOVERNMENT_AND_NON_PROFIT_DONATIONS", Bucket.WANT),
            Map.entry("TRANSPORTATION_TAXIS_AND_RIDE_SHARES", Bucket.WANT));

    private static final List<Category> ALL = read();
    private static final Map<String, Category> BY_CODE = index(ALL);

    private Taxonomy() {}

    /** All categories; the place in the list is the index. */
    public static List<Category> all() {
        return ALL;
    }

    /** The category of an index that a state row holds. */
    public static Category at(int index) {
        return ALL.get(index);
    }

    /** The category of a code, primary or detailed, if there is one. */
    public static Optional<Category> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The category of a code that is known to exist. */
    public static Category of(String code) {
        return Objects.requireNonNull(BY_CODE.get(code), () -> "no such category: " + code);
    }

    private static List<Category> read() {
        try (InputStream in = Objects.requireNonNull(Taxonomy.class.getResourceAsStream("taxonomy.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] rows = lines.lines().filter(line -> !line.startsWith("#")).toArray(String[]::new);
            Category[] categories = new Category[rows.length];
            for (int i = 0; i < rows.length; i++) {
                int tab = rows[i].indexOf('\t');
                String code = tab < 0 ? rows[i] : rows[i].substring(0, tab);
                String primary = tab < 0 ? code : rows[i].substring(tab + 1);
                categories[i] = new Category(i, code, primary, bucketOf(code, primary));
            }
            return List.of(categories);
        } catch (IOException missing) {
            throw new UncheckedIOException("taxonomy.tsv is part of the jar", missing);
        }
    }

    private static Bucket bucketOf(String code, String primary) {
        Bucket exception = EXCEPTIONS.get(code);
        if (exception != null) {
            return exception;
        }
        if (primary.equals("INCOME")) {
            return Bucket.INCOME;
        }
        if (NEUTRAL.contains(primary)) {
            return Bucket.NEUTRAL;
        }
        return NEED.contains(primary) ? Bucket.NEED : Bucket.WANT;
    }

    private static Map<String, Category> index(List<Category> categories) {
        Map<String, Category> byCode = new LinkedHashMap<>();
        categories.forEach(category -> byCode.put(category.code(), category));
        return byCode;
    }
}
