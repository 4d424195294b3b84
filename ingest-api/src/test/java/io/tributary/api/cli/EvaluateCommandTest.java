package io.tributary.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.api.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldPredictEveryRowAndCountThoseWithALabel() throws IOException {
        Path file = file("""
                id,description,amount,category,category_detail
                a,TESCO STORES 5138,-12.00,FOOD_AND_DRINK,FOOD_AND_DRINK_GROCERIES
                b,ACME CORP PAYROLL PPD ID 123,2000.00,INCOME,
                c,TESCO STORES 2210,-3.00,,
                """);
        Path predictions = folder.resolve("said.csv");
        Path json = folder.resolve("figures.json");

        assertThat(run(file.toString(), "--predictions", predictions.toString(), "--json", json.toString()))
                .isZero();

        List<String> rows = Files.readAllLines(predictions);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0)).isEqualTo("id,category,category_detail,probability,decided_by");
        assertThat(rows.get(1)).matches("a,FOOD_AND_DRINK,FOOD_AND_DRINK_GROCERIES,[01]\\.\\d{4},DICTIONARY");
        assertThat(rows.get(2)).matches("b,INCOME,INCOME_WAGES,[01]\\.\\d{4},STRUCTURE");
        assertThat(rows.get(3)).startsWith("c,FOOD_AND_DRINK,");
        JsonNode figures = Json.mapper().readTree(Files.readAllBytes(json));
        assertThat(figures.at("/rows/count").asInt()).isEqualTo(2);
        assertThat(figures.at("/rows/accuracy").asDouble()).isEqualTo(1);
        assertThat(out.toString()).contains("DICTIONARY", "macro-F1");
    }

    @Test
    void shouldNumberRowsWithoutIdAndTakeThemForOutflows() throws IOException {
        Path file = file("""
                description,category
                "SHELL, OIL",TRANSPORTATION
                IRS TREAS 310 TAX REF,GOVERNMENT_AND_NON_PROFIT
                """);
        Path predictions = folder.resolve("said.csv");

        assertThat(run(file.toString(), "--predictions", predictions.toString()))
                .isZero();

        assertThat(Files.readAllLines(predictions).subList(1, 3))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1,TRANSPORTATION,TRANSPORTATION_GAS,"),
                        second -> assertThat(second).startsWith("2,").doesNotContain("INCOME"));
    }

    @Test
    void shouldWarnOfCategoriesThatAreNoneOfTheTaxonomy() throws IOException {
        assertThat(run(file("description,category\nTESCO,Groceries\nTESCO,Groceries\n")
                        .toString()))
                .isZero();

        assertThat(err.toString()).contains("2 rows have the category GROCERIES");
    }

    @Test
    void shouldSayWhatIsWrongWithAFile() throws IOException {
        assertThat(run(folder.resolve("none.csv").toString())).isOne();
        assertThat(err.toString()).contains("none.csv cannot be read.");

        assertThat(run(file("text,category\nTESCO,FOOD_AND_DRINK\n").toString()))
                .isOne();
        assertThat(err.toString()).contains("has no column description.");

        assertThat(run(file("description,amount\nTESCO,twelve\n").toString())).isOne();
        assertThat(err.toString()).contains("row 1 has an amount that is no number");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "lines", ".csv"), text);
    }

    private int run(String... arguments) {
        CommandLine commandLine = TributaryCommands.commandLine();
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "evaluate";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return commandLine.execute(all);
    }
}
