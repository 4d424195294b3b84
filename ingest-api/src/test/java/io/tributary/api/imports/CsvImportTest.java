package io.tributary.api.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvImportTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void shouldReadSignedAmountsBehindAByteOrderMark() throws IOException {
        List<ImportRow> rows = read(
                "\ufeffDate,Description,Amount (GBP)\n2026-11-30,TEA,-2.50\n2026-11-29,\"PAY, NOVEMBER\",\"1,200.00\"\n",
                options("GBP", null));
        ImportRow.Transaction tea = (ImportRow.Transaction) rows.get(0);
        ImportRow.Transaction pay = (ImportRow.Transaction) rows.get(1);
        assertThat(tea.amount()).isEqualTo("2.50");
        assertThat(tea.direction()).isEqualTo("OUTFLOW");
        assertThat(tea.occurredAt()).isEqualTo("2026-11-30");
        assertThat(pay.amount()).isEqualTo("1200.00");
        assertThat(pay.direction()).isEqualTo("INFLOW");
        assertThat(pay.description()).isEqualTo("PAY, NOVEMBER");
    }

    @Test
    void shouldReadMoneyOutAndInFromTwoColumnsAndAGermanFile() throws IOException {
        List<ImportRow> rows = read(
                "Buchungstag;Verwendungszweck;Soll;Haben;Währung\n30.11.2026;MIETE;1.050,00;;EUR\n1.12.2026;LOHN;;2.000,10;EUR\n",
                options(null, null));
        assertThat(rows)
                .map(row -> (ImportRow.Transaction) row)
                .extracting(
                        ImportRow.Transaction::amount,
                        ImportRow.Transaction::direction,
                        ImportRow.Transaction::currency,
                        ImportRow.Transaction::occurredAt)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("1050.00", "OUTFLOW", "EUR", "2026-11-30"),
                        org.assertj.core.api.Assertions.tuple("2000.10", "INFLOW", "EUR", "2026-12-01"));
    }

    @Test
    void shouldKeepTwinsApartAndGiveTheSameIdsAgain() throws IOException {
        String file = "Date,Description,Amount\n2026-11-30,Tea,-2.50\n2026-11-30, TEA  ,-2.5\n2026-11-30,Cake,-2.50\n";
        List<String> first = ids(read(file, options("GBP", null)));
        assertThat(first).doesNotHaveDuplicates().hasSize(3).allMatch(id -> id.matches("[A-Za-z0-9._:-]{1,64}"));
        assertThat(ids(read(file, options("GBP", null)))).isEqualTo(first);
    }

    @Test
    void shouldFreezeTheFingerprint() throws IOException {
        List<ImportRow> rows = read("Date,Description,Amount\n2026-11-30,TEA,-2.50\n", options("GBP", null));
        // SHA-256 of "ada", "", "2026-11-30", "-2.5", "GBP", "TEA" with NUL between, its first half.
        assertThat(ids(rows)).containsExactly("23c7aa8def9ffa6c083a4178e3ca07dd.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Date,Description,Amount\\n01/02/2026,A,-1\\n03/04/2026,B,-2|The dates can be read day first",
                "Date,Description,Amount\\n2026-01-01,A,\"-1,234\"|The amounts can be read with a decimal point",
                "Date,Description,Amount\\nyesterday,A,-1|The dates are in no known format",
                "Date,Description\\n2026-01-01,A|No column looks like the amount",
                "When,Description,Amount\\n2026-01-01,A,-1|No column looks like the date"
            })
    void shouldAskInsteadOfGuessing(String file, String sentence) {
        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> read(file.replace("\\n", "\n"), options("GBP", null)))
                .withMessageStartingWith(sentence);
    }

    @Test
    void shouldAskForACurrencyThatNoColumnSays() {
        assertThatExceptionOfType(ImportProblem.class)
                .isThrownBy(() -> read("Date,Description,Amount\n2026-01-01,A,-1\n", options(null, null)))
                .withMessageContaining("--currency");
    }

    @Test
    void shouldTakeADateFormatThatIsGiven() throws IOException {
        List<ImportRow> rows =
                read("Date,Description,Amount\n01/02/2026,A,-1\n", options("USD", "MM/dd/yyyy"));
        assertThat(((ImportRow.Transaction) rows.get(0)).occurredAt()).isEqualTo("2026-01-02");
    }

    @Test
    void shouldReportARowThatCannotBeReadAndGoOn() throws IOException {
        List<ImportRow> rows =
                read("Date,Description,Amount\n2026-01-01,A,-1\n2026-01-02,B,lots\n", options("USD", null));
        assertThat(rows.get(0)).isInstanceOf(ImportRow.Transaction.class);
        assertThat(rows.get(1)).isEqualTo(new ImportRow.Unreadable(2, "the amount is no number"));
    }

    private List<ImportRow> read(String text, ImportOptions options) throws IOException {
        return CsvImport.read(Files.writeString(folder.resolve("bank.csv"), text), options);
    }

    private static List<String> ids(List<ImportRow> rows) {
        return rows.stream().map(row -> ((ImportRow.Transaction) row).id()).toList();
    }

    private static ImportOptions options(@Nullable String currency, @Nullable String dateFormat) {
        return new ImportOptions("ada", null, null, currency, dateFormat, null, false, Map.of(), "bank.csv");
    }
}
