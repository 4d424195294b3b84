package io.tributary.api.imports;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * Ids for rows that have none: a fingerprint of the content, and which occurrence of that content in the file it is. Two
 * identical coffees on one day stay two, and importing the same file again adds nothing. The normalisation is frozen:
 * changing it would import everything a second time. For one file.
 */
final class Fingerprints {

    private static final int BYTES = 16;

    private final Map<String, Integer> seen = new HashMap<>();

    /** The id of the next row; {@code account} is empty where there is none. */
    String next(String user, String account, String day, BigDecimal signed, String currency, String description) {
        String content = String.join(
                "\u0000",
                user,
                account,
                day,
                signed.stripTrailingZeros().toPlainString(),
                currency,
                normalised(description));
        String fingerprint = digest(content);
        int occurrence = seen.merge(fingerprint, 1, Integer::sum);
        return fingerprint + "." + occurrence;
    }

    private static String normalised(String description) {
        return Normalizer.normalize(description, Normalizer.Form.NFKC)
                .strip()
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
    }

    private static String digest(String content) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(sha, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
