package io.tributary.api.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.avro.FxRates;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FxFileTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);

    @Test
    void shouldReadARateALineInAnyOrderOfColumns() throws IOException {
        List<FxRates> rates = read("""
                Rate,date,BASE,currency
                1.1575,2026-11-27,EUR,USD
                0.88120,2026-11-27,EUR,GBP

                0.8,2026-11-26,USD,GBP
                """);

        assertThat(rates)
                .containsExactly(
                        new FxRates(FRIDAY.minusDays(1), "USD", Map.of("GBP", "0.8")),
                        new FxRates(FRIDAY, "EUR", Map.of("USD", "1.1575", "GBP", "0.88120")));
    }

    @Test
    void shouldReadTheHistoryOfTheEuropeanCentralBank() throws IOException {
        List<FxRates> rates = read("""
                Date,USD,JPY,CYP,ISK,
                2026-11-27,1.1575,180.99,N/A,N/A,
                2007-12-28,1.4692,165.00,0.585274,N/A,
                """);

        assertThat(rates)
                .containsExactly(
                        new FxRates(LocalDate.of(2007, 12, 28), "EUR", Map.of("USD", "1.4692", "JPY", "165.00")),
                        new FxRates(FRIDAY, "EUR", Map.of("USD", "1.1575", "JPY", "180.99")));
    }

    @Test
    void shouldReadTheDayOfTheEuropeanCentralBank() throws IOException {
        assertThat(read("Date, USD, JPY, \n27 November 2026, 1.1575, 180.99, \n"))
                .containsExactly(new FxRates(FRIDAY, "EUR", Map.of("USD", "1.1575", "JPY", "180.99")));
    }

    @Test
    void shouldReadAFileWithAMarkBeforeItsFirstCharacter(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rates.csv");
        Files.writeString(file, "\uFEFFdate,base,currency,rate\r\n2026-11-27,EUR,USD,1.1575\r\n");

        assertThat(FxFile.read(file)).containsExactly(new FxRates(FRIDAY, "EUR", Map.of("USD", "1.1575")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "2026-13-01,EUR,USD,1.1 | line 2: the date must be like 2026-11-30",
                "2026-11-27,XXX,USD,1.1 | line 2: base must be a current ISO 4217 code",
                "2026-11-27,EUR,CYP,1.1 | line 2: rates must be keyed by current ISO 4217 codes",
                "2026-11-27,EUR,USD,0 | line 2: a rate must be a number above 0",
                "2026-11-27,EUR,USD,-1 | line 2: a rate must be a number above 0",
                "2026-11-27,EUR,USD,1e999999999 | line 2: a rate must be a number above 0",
                "2026-11-27,EUR,USD,NaN | line 2: a rate must be a number above 0",
                "2026-11-27,EUR,EUR,2 | line 2: the rate of the base itself is 1",
                "2026-11-27,EUR | line 2: fields are missing",
            })
    void shouldNameTheLineThatBreaksARule(String row, String sentence) {
        assertThatThrownBy(() -> read("date,base,currency,rate\n" + row + "\n2026-11-28,EUR,USD,1.2\n"))
                .isInstanceOfSatisfying(FxFileException.class, problem -> assertThat(problem.errors())
                        .containsExactly(sentence));
    }

    @Test
    void shouldRefuseTwoRatesForTheSame() {
        assertThatThrownBy(() -> read("date,base,currency,rate\n2026-11-27,EUR,USD,1.1\n2026-11-27,EUR,USD,1.2\n"))
                .hasMessage("line 3: the same day, base and currency have another rate above");
        assertThatThrownBy(() -> read("Date,USD\n2026-11-27,1.1\n2026-11-27,1.2\n"))
                .hasMessage("line 3: the same day stands above");
    }

    @Test
    void shouldRefuseAnotherKindOfFile() {
        assertThatThrownBy(() -> read("when,what\n1,2\n")).hasMessageStartingWith("line 1: the columns must be");
        assertThatThrownBy(() -> read("date,base,curency,rate\n"))
                .hasMessageStartingWith("line 1: the columns must be");
        assertThatThrownBy(() -> read("")).hasMessageStartingWith("line 1: the columns must be");
        assertThatThrownBy(() -> read("date,base,currency,rate,rate\n")).hasMessageStartingWith("line 1: ");
    }

    @Test
    void shouldRefuseBytesThatAreNoText(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rates.csv");
        Files.write(file, "date,base,currency,rate\n2026-11-27,EUR,\u00e9,1\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> FxFile.read(file)).hasMessage("the file is no CSV in UTF-8");
    }

    private static List<FxRates> read(String text) throws IOException {
        return FxFile.read(new StringReader(text));
    }
}
