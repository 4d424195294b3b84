package io.tributary.topologies.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQ *JOE'S COFFEE  BAR | SQ JOES COFFEE BAR",
                "Disney+ | DISNEY PLUS",
                "C++ books | C PLUS BOOKS",
                "AT&T*BILL | AT T BILL",
                "Müller Bäckerei Köln | MULLER BACKEREI KOLN",
                "ŁÓDŹ Smørrebrød straße | LODZ SMORREBROD STRASSE",
                "ＴＥＳＣＯ ５１３８ | TESCO 5138",
                "ЯНДЕКС.ТАКСИ | ЯНДЕКС ТАКСИ",
                "किराना दुकान | किराना दुकान",
                "McDonald’s #123 | MCDONALDS 123",
                "***--- | ''",
            })
    void shouldReadOneNameOneWay(String text, String normalised) {
        assertThat(Words.normalise(text)).isEqualTo(normalised);
    }

    @Property
    void shouldReadItsOwnNormalFormAsItself(@ForAll("anything") String text) {
        String once = Words.normalise(text);

        assertThat(Words.normalise(once)).isEqualTo(once);
    }

    @Property
    void shouldBoundWhatItMakes(@ForAll("anything") String text) {
        Words words = Words.of(text.repeat(20));

        assertThat(words.text().length()).isLessThanOrEqualTo(Words.MOST_CHARS);
        assertThat(words.text()).doesNotStartWith(" ").doesNotEndWith(" ").doesNotContain("  ");
        for (int i = 0; i < words.count(); i++) {
            assertThat(words.length(i)).isPositive();
            assertThat(words.hash(i)).isEqualTo(Words.hashOf(words.word(i)));
        }
    }

    @Property
    void shouldForgetWhatItReadBefore(@ForAll("anything") String before, @ForAll("anything") String text) {
        Words words = new Words().read(before);

        assertThat(words.read(text).text()).isEqualTo(Words.normalise(text));
    }

    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> lines = Arbitraries.strings()
                .withChars("AbéßÅøﬁ+*'’#/.-_ 0129X\u0301\u0000\uD83D\uDE00\uD800\u1100\u1161\u0E33ΐŉ日本")
                .ofMaxLength(60);
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(60), lines);
    }
}
