package io.tributary.api.route;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags: what a read gives, a write may demand. */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    private ETags() {}

    /** The tag of a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a write demands; null where it demands none.
     *
     * @throws ProblemException 400 where the header is no tag of ours
     */
    public static @Nullable Long demanded(Request request) {
        String header = request.header("If-Match").orElse("*").strip();
        if (header.equals("*")) {
            return null;
        }
        Matcher matcher = TAG.matcher(header);
        if (!matcher.matches()) {
            throw ProblemException.of(ProblemType.MALFORMED, "If-Match must be an ETag that a read has given.");
        }
        return Long.valueOf(matcher.group(1));
    }
}
