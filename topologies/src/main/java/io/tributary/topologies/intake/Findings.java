package io.tributary.topologies.intake;

import io.tributary.avro.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the broken rules of one record. Costs nothing as long as none is broken, which is nearly always. */
final class Findings {

    private @Nullable List<Violation> violations;

    /** Notes the rule as broken unless it was kept; says whether it was, so that dependent rules can be left out. */
    boolean require(boolean kept, Rule rule) {
        if (!kept) {
            if (violations == null) {
                violations = new ArrayList<>();
            }
            violations.add(rule.violation());
        }
        return kept;
    }

    /** What was broken, in the order of checking. */
    List<Violation> list() {
        return violations == null ? List.of() : List.copyOf(violations);
    }
}
