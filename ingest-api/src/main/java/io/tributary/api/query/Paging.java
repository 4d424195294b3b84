package io.tributary.api.query;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Param;
import io.tributary.api.route.Request;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How lists are cut into pages. */
final class Paging {

    static final Param<Integer> LIMIT = Param.integer("limit", 1, 500, 50, "Rows on a page.");
    static final Param<String> CURSOR =
            Param.text("cursor", "Where to go on: next of the page before, with the same other parameters.");

    private Paging() {}

    static @Nullable String cursor(Request request) {
        return request.find(CURSOR).orElse(null);
    }

    /** A page; a cursor that leads nowhere is the client's mistake. */
    static <T> T page(Supplier<T> read) {
        try {
            return read.get();
        } catch (IllegalArgumentException notOurs) {
            throw ProblemException.of(ProblemType.MALFORMED, "The parameter cursor is none of this list.");
        }
    }
}
