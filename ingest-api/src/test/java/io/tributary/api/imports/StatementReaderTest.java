package io.tributary.api.imports;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.tributary.api.ingest.TransactionBody;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementReaderTest {

    private static final String GERMAN = """
            Umsätze Girokonto;Zeitraum: 30 Tage

            Buchungstag;Valuta;Auftraggeber/Empfänger;Buchungstext;Betrag (EUR)
            30.11.2026;30.11.2026;REWE Köln;Kartenzahlung;-1.234,50
            30.11.2026;30.11.2026;Kiosk;Kartenzahlung Kiosk;-3,50
            30.11.2026;30.11.2026;Kiosk;Kartenzahlung Kiosk;-3,50
            29.11.2026;29.11.2026;Arbeitgeber;Gehalt;2.500,00
            """;

    @ParameterizedTest
    @CsvSource({
        "austrian_example.csv, 'date=3,amount=5,description=2,currency=6', , 13",
        "chase.csv, 'date=2,amount=4,description=3', USD, 9",
        "danish_kroner_nordea_example.csv, 'date=1,amount=4,description=2', DKK, 6",
        "french_example.csv, 'date=2,amount=5,description=3', EUR, 9",
        "ing.csv, 'date=1,amount=7,description=2+8,direction=6', EUR, 3",
        "intuit_mint_example.csv, 'date=1,amount=4,description=3,direction=5', CAD, 7",
        "inversed_credit_card.csv, 'date=1,amount=7,description=6,direction=4', NZD, 16",
        "nationwide.csv, 'date=1,debit=4,credit=5,description=3', GBP, 4",
        "suntrust.csv, 'date=1,debit=4,credit=5,description=3', USD, 7",
        "extratofake.csv, '', BRL, 23",
        "invalid_header_example.csv, '', , 2",
    })
    void shouldReadWhatBanksWrite(String file, String map, @Nullable String currency, int rows) throws IOException {
        Statement statement = StatementReader.read(bytes(file), options(currency, columns(map)));
        assertThat(statement.rows()).hasSize(rows).allMatch(Statement.Row.Entry.class::isInstance);
    }

    @Test
    void shouldKnowWhichWayTheMoneyWent() throws IOException {
        assertThat(signed(read("ing.csv", "date=1,amount=7,description=2,direction=6", "EUR")))
                .containsExactly("-136.13", "375.00", "-257.50");
        assertThat(signed(read("inversed_credit_card.csv", "date=1,amount=7,description=6,direction=4", "NZD")))
                .startsWith("-30.00", "-4.60", "-2.00", "500.00");
        assertThat(signed(read("nationwide.csv", "date=1,debit=4,credit=5,description=3", "GBP")))
                .containsExactly("500.00", "-20.00", "-19.77", "-100.00");
        assertThat(signed(read("intuit_mint_example.csv", "date=1,amount=4,description=3,direction=5", "CAD")))
                .startsWith("0.01", "-331.63");
        assertThat(signed(read("chase.csv", "date=2,amount=4,description=3,direction=1", "USD")))
                .startsWith("-85.00", "-20.00", "-7.00", "3520.00");
    }

    @Test
    void shouldFindTheHeaderTheColumnsAndTheCurrency() {
        Statement statement = StatementReader.read(GERMAN.getBytes(UTF_8), options(null, Map.of()));
        assertThat(signed(statement)).containsExactly("-1234.50", "-3.50", "-3.50", "2500.00");
        assertThat(bodies(statement))
                .extracting(TransactionBody::description, TransactionBody::currency, TransactionBody::occurredAt)
                .startsWith(
                        tuple("REWE Köln Kartenzahlung", "EUR", "2026-11-30"),
                        tuple("Kartenzahlung Kiosk", "EUR", "2026-11-30"));
        assertThat(bodies(statement)).extracting(TransactionBody::id).doesNotHaveDuplicates();
        assertThat(statement.rows()).extracting(Statement.Row::line).containsExactly(4L, 5L, 6L, 7L);
        assertThat(statement.description())
                .contains("date = \"Buchungstag\"", "amount = \"Betrag (EUR)\"")
                .first()
                .asString()
                .contains("UTF-8", "d.M.yyyy", "comma");
    }

    @Test
    void shouldReadTheSameInWhateverEncoding() {
        Statement expected = StatementReader.read(GERMAN.getBytes(UTF_8), options(null, Map.of()));
        for (byte[] bytes :
                List.of(GERMAN.getBytes(ISO_8859_1), GERMAN.getBytes(UTF_16), ("\ufeff" + GERMAN).getBytes(UTF_8))) {
            assertThat(StatementReader.read(bytes, options(null, Map.of())).rows())
                    .isEqualTo(expected.rows());
        }
    }

    @Test
    void shouldReadTheSameTwiceAndNothingOfAnEmptyFile() throws IOException {
        byte[] file = bytes("extratofake.csv");
        assertThat(StatementReader.read(file, options("BRL", Map.of())))
                .isEqualTo(StatementReader.read(file, options("BRL", Map.of())));
        assertThat(read("bom_utf8_file.csv", "", "EUR").rows()).isEmpty();
    }

    @Test
    void shouldRefuseRowsByLineAndRule() {
        Statement statement = StatementReader.read("""
                Date,Description,Amount,Currency
                2026-11-30,ok,1.50,EUR
                30 Feb,a,1.50,EUR
                2026-11-30,"b
                b",x,EUR
                2026-11-30,c,1.505,EUR
                2026-11-30,d,1.50,XXX
                2026-11-30,e
                """.getBytes(UTF_8), options("EUR", Map.of()));
        assertThat(statement.rows())
                .filteredOn(Statement.Row.Refused.class::isInstance)
                .extracting(row -> row.line() + " " + ((Statement.Row.Refused) row).rule())
                .containsExactly(
                        "3 date.format",
                        "4 amount.number",
                        "6 amount.decimals",
                        "7 currency.iso4217",
                        "8 amount.number");
        assertThat(bodies(statement))
                .singleElement()
                .extracting(TransactionBody::description)
                .isEqualTo("ok");
    }

    @Test
    void shouldRefuseAnAmountOutAndInAtOnceAndTakeAnOddSignForAReversal() {
        Statement statement = StatementReader.read("""
                Date,Details,Debit,Credit
                2026-11-30,a,1.50,2.00
                2026-11-30,b,1.50,
                2026-11-30,c,-1.50,
                2026-11-30,d,,2.00
                """.getBytes(UTF_8), options("EUR", Map.of()));
        assertThat(statement.rows().get(0))
                .isInstanceOfSatisfying(Statement.Row.Refused.class, row -> assertThat(row.rule())
                        .isEqualTo("amount.one"));
        assertThat(signed(statement)).containsExactly("-1.50", "1.50", "2.00");
    }

    @Test
    void shouldAskForWhatTheFileDoesNotTell() {
        assertProblem("Date,Amount\n2026-11-30,5\n", Map.of(), null, "--currency");
        assertProblem("Date,Amount\n01/02/2026,5\n", Map.of(), "EUR", "--date-format \"d/M/yyyy\"");
        assertProblem("Date,Amount\n2026-11-30,1.234\n", Map.of(), "EUR", "--decimal");
        assertProblem("a,b\n1,2\n", Map.of(), "EUR", "--map");
        assertProblem("Date,Amount\n2026-11-30,5\n", Map.of(Column.AMOUNT, "Betrag"), "EUR", "amount");
        assertProblem("Date,Amount\nsoon,5\n", Map.of(), "EUR", "--date-format");
    }

    @Test
    void shouldDoAsIsSaid() {
        byte[] file = "Date;Amount;Note\n01/02/2026;1.234;a\n".getBytes(UTF_8);
        ImportOptions.Reading reading = new ImportOptions.Reading(Map.of(), "MM/dd/yyyy", true, UTF_8, ';', true);
        Statement statement =
                StatementReader.read(file, new ImportOptions("ada", "giro", "CARD", "file.csv", "EUR", reading));
        assertThat(bodies(statement)).singleElement().satisfies(body -> {
            assertThat(body.occurredAt()).isEqualTo("2026-01-02");
            assertThat(body.direction()).isEqualTo("OUTFLOW");
            assertThat(Objects.requireNonNull(body.amount()).text()).isEqualTo("1234.00");
            assertThat(body.accountId()).isEqualTo("giro");
            assertThat(body.accountKind()).isEqualTo("CARD");
            assertThat(body.source()).isEqualTo("file.csv");
            assertThat(body.userId()).isEqualTo("ada");
        });
    }

    private static void assertProblem(String file, Map<Column, String> map, @Nullable String currency, String word) {
        assertThatThrownBy(() -> StatementReader.read(file.getBytes(UTF_8), options(currency, map)))
                .isInstanceOf(StatementProblem.class)
                .hasMessageContaining(word);
    }

    private static Statement read(String file, String map, String currency) throws IOException {
        return StatementReader.read(bytes(file), options(currency, columns(map)));
    }

    private static ImportOptions options(@Nullable String currency, Map<Column, String> map) {
        return new ImportOptions(
                "ada", null, null, "test", currency, new ImportOptions.Reading(map, null, null, null, null, false));
    }

    private static Map<Column, String> columns(String map) {
        Map<Column, String> columns = new EnumMap<>(Column.class);
        for (String part : map.isEmpty() ? new String[0] : map.split(",", -1)) {
            int at = part.indexOf('=');
            columns.put(Column.of(part.substring(0, at)).orElseThrow(), part.substring(at + 1));
        }
        return columns;
    }

    private static List<TransactionBody> bodies(Statement statement) {
        List<TransactionBody> bodies = new ArrayList<>();
        statement.rows().forEach(row -> {
            if (row instanceof Statement.Row.Entry entry) {
                bodies.add(entry.body());
            }
        });
        return bodies;
    }

    private static List<String> signed(Statement statement) {
        return bodies(statement).stream()
                .map(body -> {
                    BigDecimal amount =
                            new BigDecimal(Objects.requireNonNull(body.amount()).text());
                    return ("OUTFLOW".equals(body.direction()) ? amount.negate() : amount).toPlainString();
                })
                .toList();
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(StatementReaderTest.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        }
    }
}
