package io.tributary.api.position;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tributary.api.problem.ProblemException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PositionTokenTest {

    @Property
    void shouldReadWhatItWrote(@ForAll @Size(max = 20) Map<@IntRange(max = 100_000) Integer, @LongRange Long> offsets) {
        PositionToken token = new PositionToken(offsets);
        assertThat(PositionToken.parse(token.text())).isEqualTo(token);
        assertThat(token.text()).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void shouldKeepTheLaterOffsetOfEachPartition() {
        PositionToken merged = new PositionToken(Map.of(0, 5L, 1, 7L)).merge(new PositionToken(Map.of(1, 3L, 2, 1L)));
        assertThat(merged.offsets()).isEqualTo(Map.of(0, 5L, 1, 7L, 2, 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "AQ=", "!!!", "AgAAAAAAAAAAAAAAAA", "AQAAAAUAAAAAAAAA"})
    void shouldRefuseEverythingElse(String text) {
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> PositionToken.parse(text));
    }
}
