package io.tributary.api.imports;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import io.tributary.schemas.Money;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives rows of a file that have no id of their own one: the name-based UUID (RFC 9562, version 5) of their content and of
 * how many rows of the same content came before. So two identical coffees of one day stay two, and importing the file
 * again, or another one that covers the same days, adds nothing. One instance for one file; not for several threads.
 *
 * <p>The name is user, account (empty where there is none), ISO day, signed minor units, currency, occurrence from 1 and
 * the description, joined by U+001F, which none but the last may hold. The description is taken in NFKC, without space
 * at its ends, with single spaces and in upper case. All of this is frozen: a change would import everything once more.
 */
public final class Fingerprints {

    /** The namespace of these ids. Never changes. */
    public static final UUID NAMESPACE = UUID.fromString("6f1c2a0e-5d1b-5c53-9d8e-0b6a4f0c7d21");

    private static final String SEPARATOR = "\u001f";
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private final NameBasedGenerator generator = Generators.nameBasedGenerator(NAMESPACE);
    private final Map<UUID, Integer> seen = new HashMap<>();

    /**
     * The id of the next row.
     *
     * @param signed the amount, negative for money out
     */
    public String next(String user, @Nullable String account, LocalDate day, Money signed, String description) {
        String entry = String.join(
                SEPARATOR,
                user,
                account == null ? "" : account,
                day.toString(),
                Long.toString(signed.minor()),
                signed.currency());
        String words = normalise(description);
        int occurrence = seen.merge(generator.generate(entry + SEPARATOR + words), 1, Integer::sum);
        return generator
                .generate(entry + SEPARATOR + occurrence + SEPARATOR + words)
                .toString();
    }

    /** The description as it counts. */
    static String normalise(String description) {
        String compatible = Normalizer.normalize(description, Normalizer.Form.NFKC);
        return SPACE.matcher(compatible).replaceAll(" ").strip().toUpperCase(Locale.ROOT);
    }
}
