package io.tributary.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class PlaceTest {

    private final Place.Reader reader = new Place.Reader();

    @Test
    void shouldReadWhatItWrites() {
        Place place = new Place("tributary.dead-letters", 3, 1_234_567_890_123L);
        assertThat(reader.convert(place.toString())).isEqualTo(place);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "expenses.raw",
                "expenses.raw-1",
                "expenses.raw@1",
                "-1@2",
                "a-x@1",
                "a-1@99999999999999999999"
            })
    void shouldRefuseAnythingElse(String text) {
        assertThatThrownBy(() -> reader.convert(text)).isInstanceOf(TypeConversionException.class);
    }
}
