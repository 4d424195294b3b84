package io.tributary.standalone.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.standalone.drill.oracle.Content;
import io.tributary.standalone.drill.oracle.StatementLine;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FactSourceTest {
    private static final int MANY = 20_000;
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @Test
    void shouldMakeTheSameFactsOfTheSameSeed() {
        assertThat(facts(7)).isEqualTo(facts(7)).isNotEqualTo(facts(8));
    }

    @Test
    void shouldRepeatAmendAndBringOldVersionsLate() {
        Map<String, Long> newest = new HashMap<>();
        int[] counts = new int[3];
        for (SentFact fact : facts(1)) {
            Long known = newest.get(fact.id());
            if (known != null) {
                counts[fact.version() < known ? 0 : fact.version() == known ? 1 : 2]++;
            }
            newest.merge(fact.id(), fact.version(), Math::max);
        }

        assertThat(counts).as("late, repeated, amended").doesNotContain(0);
    }

    @Test
    void shouldSayOneThingUnderOneVersion() {
        Map<String, Content> said = new HashMap<>();
        for (SentFact fact : facts(2)) {
            Content before = said.putIfAbsent(fact.id() + ' ' + fact.version(), fact.content());
            assertThat(before == null ? fact.content() : before).isEqualTo(fact.content());
        }
    }

    private static List<SentFact> facts(long seed) {
        List<StatementLine> lines = List.of(
                new StatementLine("SHOP", false, "FOOD_GROCERIES", "FOOD", "shop"),
                new StatementLine("PAY", true, "INCOME_WAGES", "INCOME", "pay"));
        FactSource source = new FactSource(seed, new Users(50), new Contents(lines, TODAY));
        return Stream.generate(source::next).limit(MANY).toList();
    }
}
