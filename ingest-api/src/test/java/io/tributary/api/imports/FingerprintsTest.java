package io.tributary.api.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.schemas.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);
    private static final Money COFFEE = new Money(-350, "EUR");

    @Test
    void shouldNeverChange() {
        Fingerprints ids = new Fingerprints();
        assertThat(ids.next("ada", "giro", DAY, COFFEE, "Café  Central"))
                .isEqualTo("db7d1e6c-634f-5bc8-b33f-3b23522db9c8");
        assertThat(ids.next("ada", "giro", DAY, COFFEE, "Café  Central"))
                .isEqualTo("9ee3cb7b-d53d-5c5d-a690-baa265454fd3");
        assertThat(ids.next("ada", null, DAY, COFFEE, "Café  Central"))
                .isEqualTo("cb416d20-e578-56e1-b5c6-6457d2fa0884");
    }

    @Test
    void shouldTakeTheSameDescriptionInAnotherWritingForTheSame() {
        String id = new Fingerprints().next("ada", "giro", DAY, COFFEE, "Cafe\u0301 Central");
        for (String other : List.of("  CAFÉ CENTRAL ", "Café\u00a0\tCentral", "café   central")) {
            assertThat(new Fingerprints().next("ada", "giro", DAY, COFFEE, other))
                    .isEqualTo(id);
        }
    }

    @Test
    void shouldTellApartWhateverIsPartOfIt() {
        List<String> ids = List.of(
                new Fingerprints().next("ada", "giro", DAY, COFFEE, "Central"),
                new Fingerprints().next("bob", "giro", DAY, COFFEE, "Central"),
                new Fingerprints().next("ada", "card", DAY, COFFEE, "Central"),
                new Fingerprints().next("ada", "giro", DAY.plusDays(1), COFFEE, "Central"),
                new Fingerprints().next("ada", "giro", DAY, new Money(350, "EUR"), "Central"),
                new Fingerprints().next("ada", "giro", DAY, new Money(-350, "USD"), "Central"),
                new Fingerprints().next("ada", "giro", DAY, COFFEE, "Central 2"));
        assertThat(new HashSet<>(ids)).hasSize(ids.size());
    }

    @Property(tries = 50)
    void shouldGiveTheSameIdsInWhateverOrderTheRowsStand(
            @ForAll @Size(max = 40) List<@IntRange(max = 5) Integer> amounts, @ForAll long seed) {
        List<Integer> shuffled = new ArrayList<>(amounts);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(ids(shuffled))
                .containsExactlyInAnyOrderElementsOf(ids(amounts))
                .doesNotHaveDuplicates();
    }

    private static List<String> ids(List<Integer> amounts) {
        Fingerprints ids = new Fingerprints();
        return amounts.stream()
                .map(minor -> ids.next("ada", null, DAY, new Money(minor, "EUR"), "Kiosk"))
                .toList();
    }
}
