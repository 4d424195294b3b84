package io.tributary.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.RawTransaction;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkloadTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final int USERS = 200;
    private static final int SIZE = 20_000;

    private static List<RawTransaction> facts(long seed) {
        Workload workload = new Workload(SIZE, USERS, seed, TODAY);
        return Stream.generate(workload::next).limit(SIZE).toList();
    }

    @Test
    void shouldBeTheSameForTheSameSeedOnly() {
        assertThat(facts(7)).isEqualTo(facts(7)).isNotEqualTo(facts(8));
    }

    @Test
    void shouldKeepWhatThePipelineAccepts() {
        LocalDate first = TODAY.minusDays(367);
        assertThat(facts(1)).allSatisfy(fact -> {
            assertThat(fact.getAmount().getMinor()).isPositive();
            assertThat(fact.getOccurredAt() == null).isNotEqualTo(fact.getOccurredOn() == null);
            assertThat(dayOf(fact)).isBefore(TODAY).isAfter(first);
        });
        assertThat(facts(1)).extracting(RawTransaction::getId).doesNotHaveDuplicates();
    }

    @Test
    void shouldPassAYearInOrder() {
        List<RawTransaction> facts = facts(1);
        assertThat(dayOf(facts.get(0))).isBefore(TODAY.minusDays(360));
        assertThat(dayOf(facts.get(SIZE / 2))).isBetween(TODAY.minusDays(190), TODAY.minusDays(175));
        assertThat(dayOf(facts.get(SIZE - 1))).isAfter(TODAY.minusDays(4));
    }

    @Test
    void shouldBeUnevenAsLifeIs() {
        List<RawTransaction> facts = facts(1);
        Map<String, Long> byUser = counts(facts, RawTransaction::getUserId);
        List<Long> activity =
                byUser.values().stream().sorted(Comparator.reverseOrder()).toList();
        assertThat(activity.get(0)).isGreaterThan(5L * SIZE / USERS);

        String busiest = byUser.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        List<RawTransaction> own =
                facts.stream().filter(fact -> fact.getUserId().equals(busiest)).toList();
        long atTheFavourite = counts(own, RawTransaction::getDescription).values().stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(atTheFavourite).isGreaterThan(own.size() / 10);
    }

    private static LocalDate dayOf(RawTransaction fact) {
        return fact.getOccurredOn() == null
                ? LocalDate.ofInstant(fact.getOccurredAt(), ZoneOffset.UTC)
                : fact.getOccurredOn();
    }

    private static Map<String, Long> counts(List<RawTransaction> facts, Function<RawTransaction, String> key) {
        return facts.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }
}
