package io.tributary.topologies.flow;

import static io.tributary.schemas.TestTransactions.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Fact;
import io.tributary.avro.RawTransaction;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ContentDigestTest {

    private final ContentDigest digest = new ContentDigest();
    private final CanonicalBytes canonical = new CanonicalBytes();

    /** Computed by a few lines of Python from the layout as documented; stored digests depend on them. */
    @Test
    void shouldStayAsDocumented() {
        RawTransaction full = transaction()
                .minor(5)
                .currency("EUR")
                .inflow()
                .description("Caf\u00E9 \u2713")
                .on(LocalDate.of(2026, 6, 15))
                .account("acc", AccountKind.CARD)
                .mcc("5411")
                .merchant("Bio")
                .pending()
                .voided()
                .build();

        assertThat(digest.of(transaction().build())).isEqualTo(7695275075244183L);
        assertThat(digest.of(full)).isEqualTo(7342426987477760L);
    }

    @Test
    void shouldNotHashWhatNamesOrOrdersAFact() {
        long plain = digest.of(transaction().build());

        assertThat(digest.of(transaction().user("u2").id("t2").sourceVersion(7).build()))
                .isEqualTo(plain);
        assertThat(digest.of(
                        transaction().idempotencyKey("k").source("file.csv").build()))
                .isEqualTo(plain);
    }

    @Test
    void shouldHashEverythingElse() {
        List<RawTransaction> different = List.of(
                transaction().build(),
                transaction().minor(1300).build(),
                transaction().currency("EUR").build(),
                transaction().inflow().build(),
                transaction().description("TESCO STORES 3298").build(),
                transaction().at("2026-06-15T12:00:00.001Z").build(),
                transaction().on(LocalDate.of(2026, 6, 15)).build(),
                transaction().account("a", AccountKind.CARD).build(),
                transaction().account("a", AccountKind.CURRENT).build(),
                transaction().mcc("5411").build(),
                transaction().merchant("5411").build(),
                transaction().pending().build(),
                transaction().voided().build());

        assertThat(different.stream().map(digest::of)).doesNotHaveDuplicates();
    }

    @Test
    void shouldTellFactsApartThatDifferOnlyInTheirSource() {
        Fact one = Facts.of(transaction().source("a").build());
        Fact other = Facts.of(transaction().source("b").build());

        assertThat(CanonicalBytes.compare(canonical.of(one), canonical.of(other)))
                .isNegative();
        assertThat(CanonicalBytes.compare(canonical.of(one), canonical.of(one))).isZero();
    }

    @Property
    void shouldTellFieldsApartWhateverTheyHold(
            @ForAll @Chars({'a', '\u0000', '\u0001'}) @StringLength(max = 3) String mcc,
            @ForAll @Chars({'a', '\u0000', '\u0001'}) @StringLength(max = 3) String merchant,
            @ForAll @Chars({'a', '\u0000', '\u0001'}) @StringLength(max = 3) String otherMcc,
            @ForAll @Chars({'a', '\u0000', '\u0001'}) @StringLength(max = 3) String otherMerchant) {
        byte[] one =
                canonical.of(Facts.of(transaction().mcc(mcc).merchant(merchant).build()));
        byte[] other = canonical.of(
                Facts.of(transaction().mcc(otherMcc).merchant(otherMerchant).build()));

        boolean isSame = mcc.equals(otherMcc) && merchant.equals(otherMerchant);
        assertThat(CanonicalBytes.compare(one, other) == 0).isEqualTo(isSame);
    }

    @Property
    void shouldNotDependOnWhatTheInstanceSawBefore(@ForAll String first, @ForAll String second) {
        RawTransaction fact = transaction().description(second).build();
        digest.of(transaction().description(first).build());

        assertThat(digest.of(fact)).isEqualTo(new ContentDigest().of(fact));
    }
}
