package io.tributary.api.ingest;

import io.tributary.api.problem.FieldError;
import io.tributary.avro.PutRule;
import io.tributary.avro.Violation;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what is wrong in the words of the request: the log names some fields otherwise than the API does. */
final class ClientWords {

    private static final Pattern FIELD = Pattern.compile("[a-z_]+");

    /** A bare date is the same field to a client as an instant. */
    private static final Map<String, String> FACT = Map.of("occurred_on", "occurred_at");

    private static final Map<String, String> RULE = Map.of(
            "merchant_key", "merchant",
            "account_id", "account",
            "set_category", "category",
            "set_bucket", "bucket",
            "set_merchant_name", "merchant_name");

    private ClientWords() {}

    /** A rule that a transaction breaks. */
    static FieldError error(Violation violation) {
        return error(violation, null);
    }

    /** A rule that a command breaks. */
    static FieldError error(Violation violation, @Nullable Object command) {
        Map<String, String> words = command instanceof PutRule ? RULE : FACT;
        String field = violation.getField();
        // A rule keeps its name where the same one stands among the rejections of the log.
        String rule = command instanceof PutRule ? translated(violation.getRule(), words) : violation.getRule();
        return FieldError.of(words.getOrDefault(field, field), rule, translated(violation.getMessage(), words));
    }

    private static String translated(String message, Map<String, String> words) {
        return FIELD.matcher(message)
                .replaceAll(found -> Matcher.quoteReplacement(words.getOrDefault(found.group(), found.group())));
    }
}
