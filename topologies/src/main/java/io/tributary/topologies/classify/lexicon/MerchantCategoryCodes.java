package io.tributary.topologies.classify.lexicon;

import io.tributary.topologies.classify.text.Table;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/** The card networks' merchant category codes (ISO 18245) and what each means here. */
public final class MerchantCategoryCodes {

    private static final int CODES = 10_000;

    private final @Nullable Category[] byCode;

    private MerchantCategoryCodes(@Nullable Category[] byCode) {
        this.byCode = byCode;
    }

    /** The codes of the jar. */
    public static MerchantCategoryCodes load() {
        @Nullable Category[] byCode = new Category[CODES];
        for (String[] row : Table.rows(MerchantCategoryCodes.class, "mcc.tsv", 3)) {
            byCode[Integer.parseInt(row[0])] = Taxonomy.of(row[1]);
        }
        return new MerchantCategoryCodes(byCode);
    }

    /** What a code means; null for none, one that is not assigned, or one that says nothing. */
    public @Nullable Category find(@Nullable String code) {
        if (code == null || code.length() != 4) {
            return null;
        }
        int number = 0;
        for (int i = 0; i < 4; i++) {
            int digit = code.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            number = number * 10 + digit;
        }
        return byCode[number];
    }
}
