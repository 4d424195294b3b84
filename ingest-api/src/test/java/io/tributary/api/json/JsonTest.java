package io.tributary.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {

    record Thing(
            @Nullable Decimal amount,
            @Nullable String text,
            @Nullable Long number,
            @Nullable Boolean flag) {}

    @ParameterizedTest
    @ValueSource(strings = {"12.90", "1e3", "-0.10", "123456789012345678901234567890.1"})
    void shouldKeepEveryDigitOfANumberHoweverItIsWritten(String number) {
        assertThat(read("{\"amount\":" + number + "}").amount()).isEqualTo(new Decimal(number));
        assertThat(read("{\"amount\":\"" + number + "\"}").amount()).isEqualTo(new Decimal(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "{} {}",
                "{\"amount\":NaN}",
                "{\"amount\":true}",
                "{\"amount\":{}}",
                "{\"text\":5}",
                "{\"text\":true}",
                "{\"number\":\"5\"}",
                "{\"number\":1.5}",
                "{\"flag\":\"true\"}",
                "{\"flag\":1}",
                "{\"text\":\"a\",\"text\":\"b\"}"
            })
    void shouldRefuseWhatIsNoSuchJson(String body) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read(body))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED));
    }

    @Test
    void shouldNameAnUnknownFieldAndItsRow() {
        byte[] body = "[{\"text\":\"a\"},{\"colour\":\"secret\"}]".getBytes(StandardCharsets.UTF_8);
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Json.readList(body, Thing.class))
                .satisfies(problem -> {
                    assertThat(problem.type()).isEqualTo(ProblemType.INVALID);
                    assertThat(problem.errors()).singleElement().satisfies(error -> {
                        assertThat(error.index()).isEqualTo(1);
                        assertThat(error.field()).isEqualTo("colour");
                        assertThat(error.message()).doesNotContain("secret");
                    });
                });
    }

    @Test
    void shouldNameTheFieldWhoseNumberDoesNotFit() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("{\"number\":99999999999999999999}"))
                .withMessage("number is a number that is too large or too small.");
    }

    @Test
    void shouldRefuseBytesThatAreNotUtf8() {
        byte[] body = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', '}'};
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Json.read(body, Thing.class))
                .withMessage("The body is not UTF-8.");
    }

    @Test
    void shouldNotRepeatWhatItCannotRead() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("{\"number\":\"my secret\"}"))
                .withMessage("number has the wrong JSON type.");
    }

    private static Thing read(String body) {
        return Json.read(body.getBytes(StandardCharsets.UTF_8), Thing.class);
    }
}
