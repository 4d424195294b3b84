package io.tributary.topologies.intake;

import static io.tributary.schemas.TestTransactions.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TransactionIdsTest {

    private final TransactionIds ids = new TransactionIds();

    /** Computed with Python's {@code uuid.uuid5}. */
    @Test
    void shouldDeriveWhatOtherLanguagesDerive() {
        assertThat(ids.derive("u1", "order-1")).isEqualTo("76b261c4-bce9-5871-8400-bab95064c2d2");
        assertThat(ids.derive("zoe", "schl\u00FCssel \u2713")).isEqualTo("0215a878-80c6-5c71-a7c9-5127af5a14c7");
    }

    @Test
    void shouldPreferTheGivenId() {
        assertThat(ids.of(transaction().id("mine").build())).isEqualTo("mine");
        assertThat(ids.of(transaction().idempotencyKey("order-1").build())).isEqualTo(ids.derive("u1", "order-1"));
    }

    @Test
    void shouldGiveNoneWhereWhatWouldGiveItIsWrong() {
        assertThat(ids.of(transaction().id("not an id").build())).isNull();
        assertThat(ids.of(transaction().id(null).build())).isNull();
        assertThat(ids.of(transaction().user("a|b").idempotencyKey("k").build()))
                .isNull();
        assertThat(ids.of(transaction().idempotencyKey("\n").build())).isNull();
    }

    @Property
    void shouldTellUsersAndKeysApart(
            @ForAll @Chars({'a', 'b', ':', '@'}) @StringLength(min = 1, max = 4) String user,
            @ForAll @Chars({'a', 'b', '|', ':'}) @StringLength(min = 1, max = 4) String key,
            @ForAll @Chars({'a', 'b', ':', '@'}) @StringLength(min = 1, max = 4) String otherUser,
            @ForAll @Chars({'a', 'b', '|', ':'}) @StringLength(min = 1, max = 4) String otherKey) {
        Assume.that(!(user.equals(otherUser) && key.equals(otherKey)));

        assertThat(ids.derive(user, key)).isNotEqualTo(ids.derive(otherUser, otherKey));
    }

    @Property
    void shouldDeriveValidIds(@ForAll @StringLength(min = 1, max = 255) String key) {
        String derived = ids.derive("u1", key);

        assertThat(FactRules.isId(derived)).isTrue();
        assertThat(new TransactionIds().derive("u1", key)).isEqualTo(derived);
    }
}
