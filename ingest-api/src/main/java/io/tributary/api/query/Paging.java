package io.tributary.api.query;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How lists are cut into pages. */
public final class Paging {

    /** How many rows a page has. */
    public static final Param<Integer> LIMIT = Param.integer("limit", 1, 500, 50, "Rows on a page.");
    /** Where a page begins. */
    public static final Param<String> CURSOR =
            Param.text("cursor", "Where to go on: next of the page before, with the same other parameters.");

    private Paging() {}

    /** The cursor that was given; null for the first page. */
    public static @Nullable String cursor(Request request) {
        return request.find(CURSOR).orElse(null);
    }

    /** A page; a cursor that leads nowhere is the client's mistake. */
    public static <T> T page(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.of(ProblemType.MALFORMED, "The parameter cursor is none of this list.");
        }
    }
}
