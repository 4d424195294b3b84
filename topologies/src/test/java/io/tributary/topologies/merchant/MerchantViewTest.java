package io.tributary.topologies.merchant;

import static io.tributary.topologies.TestEntries.NOON;
import static io.tributary.topologies.TestEntries.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.topologies.TestChanges;
import io.tributary.topologies.TestEntries;
import io.tributary.topologies.flow.MerchantSlice.Hit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerchantViewTest {

    private static final LocalDate FROM = LocalDate.of(2026, 6, 1);
    private static final LocalDate TO = LocalDate.of(2026, 6, 30);

    private final KeyValueStore<Bytes, byte[]> store =
            Stores.inMemoryKeyValueStore("merchants").get();
    private final MerchantUpdate update = new MerchantUpdate(MerchantConfig.DEFAULTS, store);
    private final TestChanges ledger = new TestChanges();

    private void put(TestEntries entry) {
        update.apply(ledger.put(entry));
    }

    private List<MerchantTotals> all(int mostRows) {
        MerchantView view = new MerchantView(store, mostRows);
        List<MerchantTotals> rows = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            MerchantPage page = view.totals("u1", FROM, TO, cursor);
            rows.addAll(page.rows());
            cursor = page.cursor();
        } while (cursor != null);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 2_000})
    void shouldAddUpEachMerchantHoweverSmallThePages(int mostRows) {
        put(entry("a1").merchant("aldi").minor(100));
        put(entry("a2").merchant("aldi").minor(250).at(NOON.plusSeconds(1)));
        put(entry("a3").merchant("aldi").minor(40).inflow().at(NOON.plusSeconds(2)));
        put(entry("a4").merchant("aldi").minor(7).currency("EUR"));
        put(entry("b1").merchant("bp").minor(1).at(Instant.parse("2026-05-01T12:00:00Z")));
        put(entry("c1").merchant("costa").minor(3));
        put(entry("x1").merchant("costa").minor(3).user("u2"));

        assertThat(all(mostRows))
                .containsExactly(
                        new MerchantTotals("aldi", "EUR", 0, 0, 7, 1, "a4"),
                        new MerchantTotals("aldi", "GBP", 40, 1, 350, 2, "a3"),
                        new MerchantTotals("costa", "GBP", 0, 0, 3, 1, "c1"));
    }

    @Test
    void shouldCountByLocalDayNotByInstant() {
        put(entry("in").at(Instant.parse("2026-05-31T11:00:00Z")).localDay(FROM));
        put(entry("out").at(Instant.parse("2026-06-30T23:00:00Z")).localDay(TO.plusDays(1)));
        put(entry("last").at(Instant.parse("2026-07-01T11:00:00Z")).localDay(TO));

        assertThat(all(2_000)).singleElement().satisfies(row -> {
            assertThat(row.outflowCount()).isEqualTo(2);
            assertThat(row.newestTransactionId()).isEqualTo("last");
        });
    }

    @Test
    void shouldAnswerNothingForAUserNobodyHasHeardOf() {
        assertThat(all(2_000)).isEmpty();
    }

    @Test
    void shouldRefuseACursorOfAnotherQuestion() {
        put(entry("t1"));
        put(entry("t2").at(NOON.plusSeconds(1)));
        MerchantView view = new MerchantView(store, 2);
        String cursor = view.totals("u1", FROM, TO, null).cursor();

        assertThat(cursor).isNotNull();
        assertThatThrownBy(() -> view.totals("u1", FROM, TO.plusDays(1), cursor))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> view.totals("u1", FROM, TO, "bm9uc2Vuc2U"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldListTheNewestHitsFirst() {
        for (int i = 0; i < 60; i++) {
            put(entry("t" + i).at(NOON.plus(Duration.ofHours(i))));
        }

        assertThat(new MerchantView(store).hits("u1", "tesco", 2))
                .extracting(Hit::transactionId)
                .containsExactly("t59", "t58");
        assertThat(new MerchantView(store).hits("u1", "tesco", 100)).hasSize(60);
    }

    @Test
    void shouldRefuseACacheOfNothing() {
        assertThatThrownBy(() -> new MerchantConfig(0)).hasMessageContaining("merchant.cached-slices=0");
    }
}
