package io.tributary.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Direction;
import io.tributary.avro.RawTransaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DemoDataTest {
    private static final LocalDate FIRST_LOAD = LocalDate.of(2026, 12, 1);
    private static final List<RawTransaction> FACTS = facts(FIRST_LOAD);

    @Test
    void shouldSendEveryRowOfBothFiles() {
        Map<AccountKind, Long> kinds =
                FACTS.stream().collect(Collectors.groupingBy(RawTransaction::getAccountKind, Collectors.counting()));

        assertThat(FACTS).hasSize(DemoData.SIZE);
        assertThat(kinds).containsEntry(AccountKind.CURRENT, 274L + 274L + 798L);
        assertThat(cards()).hasSize(66_769);
        assertThat(cards()).filteredOn(fact -> fact.getAmount().getMinor() == 0).hasSize(974);
        assertThat(cards()).extracting(RawTransaction::getUserId).satisfies(users -> assertThat(Set.copyOf(users))
                .hasSize(271));
    }

    @Test
    void shouldKeepTwinsApart() {
        assertThat(FACTS.stream().map(fact -> fact.getUserId() + fact.getId()).distinct())
                .hasSize(FACTS.size());
        assertThat(cards().stream().map(DemoDataTest::withoutId).distinct()).hasSize(66_769 - 2_050);
    }

    @Test
    void shouldGiveTheSameIdsWheneverItIsLoaded() {
        assertThat(facts(LocalDate.of(2031, 7, 31)).stream().map(RawTransaction::getId))
                .containsExactlyElementsOf(
                        FACTS.stream().map(RawTransaction::getId).toList());
        assertThat(facts(FIRST_LOAD)).isEqualTo(FACTS);
    }

    @Test
    void shouldSumToTheFileForEveryCardAndMonth() throws IOException {
        Map<String, BigDecimal> expected = new TreeMap<>();
        for (List<String> row : rows("devon_pcard_2014_2020.csv.gz")) {
            expected.merge(row.get(7) + row.get(1).substring(0, 7), new BigDecimal(row.get(3)), BigDecimal::add);
        }

        assertThat(signedSums(cards())).isEqualTo(expected);
    }

    @Test
    void shouldMoveEachHouseholdToEndLastMonth() throws IOException {
        Map<String, BigDecimal> expected = new TreeMap<>();
        Map<String, Integer> months = Map.of("example", 110, "budgets-example", 110, "huge-example", 133);
        Map<String, String> users = Map.of(
                "example",
                "household-example",
                "budgets-example",
                "household-budgets",
                "huge-example",
                "household-huge");
        for (List<String> row : rows("beancount_example_synthetic.csv.gz")) {
            String ledger = row.get(7).substring(0, row.get(7).indexOf(':'));
            YearMonth month = YearMonth.parse(row.get(1).substring(0, 7)).plusMonths(months.getOrDefault(ledger, 0));
            expected.merge(users.get(ledger) + month, new BigDecimal(row.get(3)), BigDecimal::add);
        }

        assertThat(signedSums(households())).isEqualTo(expected);
        assertThat(expected)
                .containsKeys("household-example2026-11", "household-budgets2026-11", "household-huge2026-11");
    }

    private static List<RawTransaction> facts(LocalDate firstLoad) {
        List<RawTransaction> facts = new ArrayList<>();
        new DemoData(firstLoad).forEach(facts::add);
        return facts;
    }

    private static List<RawTransaction> cards() {
        return FACTS.stream()
                .filter(fact -> fact.getUserId().startsWith("card-"))
                .toList();
    }

    private static List<RawTransaction> households() {
        return FACTS.stream()
                .filter(fact -> fact.getUserId().startsWith("household-"))
                .toList();
    }

    private static String withoutId(RawTransaction fact) {
        return String.join(
                "|",
                fact.getUserId(),
                String.valueOf(fact.getOccurredOn()),
                String.valueOf(fact.getAmount()),
                fact.getDirection().name(),
                fact.getDescription());
    }

    private static Map<String, BigDecimal> signedSums(List<RawTransaction> facts) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (RawTransaction fact : facts) {
            BigDecimal amount = BigDecimal.valueOf(fact.getAmount().getMinor(), 2);
            sums.merge(
                    fact.getUserId() + YearMonth.from(fact.getOccurredOn()),
                    fact.getDirection() == Direction.INFLOW ? amount : amount.negate(),
                    BigDecimal::add);
        }
        return sums;
    }

    /** Reads the shipped file without the code under test: quotes stand only around descriptions with a comma. */
    private static List<List<String>> rows(String file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(DemoDataTest.class.getResourceAsStream("/demo/" + file)), UTF_8))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
            }
        }
        return rows;
    }
}
