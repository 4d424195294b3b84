package io.tributary.topologies.insight;

import static io.tributary.topologies.TestEntries.NOON;
import static io.tributary.topologies.TestEntries.entry;
import static io.tributary.topologies.insight.TestHits.daily;
import static io.tributary.topologies.insight.TestHits.hit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tributary.avro.DuplicateCharge;
import io.tributary.avro.FeeCharged;
import io.tributary.avro.LargeTransaction;
import io.tributary.avro.Money;
import io.tributary.avro.Severity;
import io.tributary.topologies.TestEntries;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetectorsTest {

    private final LargeTransactionDetector large = new LargeTransactionDetector(InsightConfig.DEFAULTS.large());
    private final DuplicateChargeDetector duplicate = new DuplicateChargeDetector(InsightConfig.DEFAULTS.duplicate());
    private final FeeDetector fees = new FeeDetector();

    @Test
    void shouldFindATransactionOutOfLineWithTheEarlierOnes() {
        Finding finding = large.judge(daily(1000, 1100, 900, 1050, 950, 1000, 20000), 6);

        assertThat(finding).isNotNull();
        assertThat(finding.id()).isEqualTo("LARGE_TRANSACTION|t6");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.effect()).isEqualTo(new Money(19000L, "GBP"));
        assertThat(finding.details()).isInstanceOfSatisfying(LargeTransaction.class, details -> {
            assertThat(details.getTypical()).isEqualTo(new Money(1000L, "GBP"));
            assertThat(details.getComparedWith()).isEqualTo(6);
        });
    }

    @Test
    void shouldMeasureInDeviationsOfTheSquareRoot() {
        // Roots 10, 20, 30, 40, 50, 60: mean 35, sample deviation sqrt(350) = 18.708; 150 lies 6.147 above.
        Finding finding = large.judge(daily(100, 400, 900, 1600, 2500, 3600, 22500), 6);

        assertThat(finding).isNotNull();
        assertThat(((LargeTransaction) finding.details()).getScore()).isEqualTo(6.147f, within(0.001f));
        // Between 900 and 1600.
        assertThat(finding.effect()).isEqualTo(new Money(22500L - 1250, "GBP"));
    }

    @ParameterizedTest
    @CsvSource({
        "'1000,1100,900,1050,950', 20000, too few earlier ones",
        "'1000,1000,1000,1000,1000,1000', 20000, no deviation",
        "'100,110,90,105,95,100', 4999, below 50.00",
        "'100,110,90,105,95,100', 5050, less than 50.00 above the median",
        "'30000,31000,29000,30500,29500,30000', 36000, less than a quarter of the mean",
        "'100,4000,200,9000,150,8000', 12000, within the usual spread"
    })
    void shouldFindNothingOutOfLine(String earlier, long minor, String why) {
        long[] amounts = Arrays.stream((earlier + "," + minor).split(","))
                .mapToLong(Long::parseLong)
                .toArray();

        assertThat(large.judge(daily(amounts), amounts.length - 1)).as(why).isNull();
    }

    @Test
    void shouldCompareOutflowsOfOneCurrencyOnly() {
        List<Hit> hits = new ArrayList<>(daily(1000, 1100, 900, 1050, 950, 1000));
        hits.add(hit(entry("other").currency("EUR").minor(20000).at(NOON.plus(Duration.ofDays(6)))));
        hits.add(hit(entry("in").inflow().minor(20000).at(NOON.plus(Duration.ofDays(7)))));

        assertThat(large.judge(hits, 6)).isNull();
        assertThat(large.judge(hits, 7)).isNull();
    }

    @Test
    void shouldCountUnitsOfTheCurrency() {
        List<Hit> hits = new ArrayList<>();
        for (long minor : new long[] {10, 11, 9, 10, 12, 8, 200}) {
            hits.add(hit(
                    entry("t" + hits.size()).currency("JPY").minor(minor).at(NOON.plus(Duration.ofDays(hits.size())))));
        }

        assertThat(large.judge(hits, 6)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60, 600})
    void shouldFindTheSameChargeAgain(int seconds) {
        List<Hit> hits = List.of(hit(entry("a")), hit(entry("b").at(NOON.plusSeconds(seconds))));

        Finding finding = duplicate.judge(hits, 1, "Tesco");

        assertThat(finding).isNotNull();
        assertThat(finding.id()).isEqualTo("DUPLICATE_CHARGE|b");
        assertThat(finding.evidence()).containsExactly("b", "a");
        assertThat(finding.details()).isEqualTo(new DuplicateCharge(new Money(1299L, "GBP"), "Tesco", (long) seconds));
    }

    @Test
    void shouldNotTakeOtherChargesForDuplicates() {
        TestEntries again = entry("b").at(NOON.plusSeconds(60));

        assertThat(twice(entry("a"), entry("b").at(NOON.plusSeconds(601)))).isNull();
        assertThat(twice(entry("a").minor(1), again)).isNull();
        assertThat(twice(entry("a").currency("EUR"), again)).isNull();
        assertThat(twice(entry("a").inflow(), again)).isNull();
        assertThat(twice(entry("a").dayOnly(), again)).isNull();
        assertThat(twice(entry("a"), again.dayOnly())).isNull();
    }

    private @Nullable Finding twice(TestEntries first, TestEntries second) {
        return duplicate.judge(List.of(hit(first), hit(second)), 1, "Tesco");
    }

    @Test
    void shouldFindFees() {
        Finding finding = fees.judge(entry("f").category("BANK_FEES_ATM_FEES").build());

        assertThat(finding).isNotNull();
        assertThat(finding.id()).isEqualTo("FEE_CHARGED|f");
        assertThat(finding.details())
                .isEqualTo(new FeeCharged(new Money(1299L, "GBP"), "BANK_FEES_ATM_FEES", "ATM fee"));
        assertThat(fees.judge(entry("f").category("BANK_FEES_ATM_FEES").inflow().build()))
                .isNull();
        assertThat(fees.judge(entry("f").category("BANK_FEES_ATM_FEES").voided().build()))
                .isNull();
        assertThat(fees.judge(entry("f").build())).isNull();
        assertThat(fees.judge(null)).isNull();
    }

    @Test
    void shouldRefuseNonsenseNamingKeyValueAndRule() {
        assertThatThrownBy(() -> new InsightConfig.Large(1, 2.5, 50, 50, 25))
                .hasMessage("insight.large.earlier=1: must be from 2 to 24, the hits that are looked back on");
        assertThatThrownBy(() -> new InsightConfig.Large(6, Double.NaN, 50, 50, 25))
                .hasMessage("insight.large.score=NaN: must be above 0 and at most 100");
        assertThatThrownBy(() -> new InsightConfig.Duplicate(Duration.ZERO))
                .hasMessage("insight.duplicate.within=PT0S: must be above 0 and at most a day");
    }
}
