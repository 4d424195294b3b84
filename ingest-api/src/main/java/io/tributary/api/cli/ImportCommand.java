package io.tributary.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.imports.CsvImport;
import io.tributary.api.imports.ImportOptions;
import io.tributary.api.imports.ImportProblem;
import io.tributary.api.imports.ImportRow;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Posts a bank's CSV file. */
@Command(
        name = "import",
        description = "Post a bank's CSV file. Importing it again adds nothing.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int BATCH = 500;

    @Parameters(paramLabel = "FILE", description = "The CSV file, with a header row.")
    private Path file;

    @Option(names = "--user", required = true, paramLabel = "U", description = "Whose transactions they are.")
    private String user;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where Tributary listens (default: ${DEFAULT-VALUE}).")
    private URI url;

    @Option(names = "--currency", paramLabel = "C", description = "Currency, where no column says it.")
    private String currency;

    @Option(names = "--account", paramLabel = "A", description = "Account, where no column says it.")
    private String account;

    @Option(names = "--account-kind", paramLabel = "K", description = "CARD, CURRENT, SAVINGS or LOAN.")
    private String accountKind;

    @Option(names = "--date-format", paramLabel = "F", description = "Format of the dates, e.g. dd/MM/yyyy.")
    private String dateFormat;

    @Option(names = "--decimal", paramLabel = "D", description = "point or comma.")
    private String decimal;

    @Option(names = "--invert", description = "Money out is positive in this file.")
    private boolean inverted;

    @Option(
            names = "--column",
            paramLabel = "WHAT=HEADER",
            description = "Which column is what, e.g. --column date=Buchungstag; may be repeated.")
    private Map<String, String> columns = new TreeMap<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<ImportRow> rows = read();
        PrintWriter out = spec.commandLine().getOut();
        TransactionPoster poster = new TransactionPoster(url);
        Tally tally = new Tally();
        List<ImportRow.Transaction> batch = new ArrayList<>(BATCH);
        for (ImportRow row : rows) {
            if (row instanceof ImportRow.Transaction transaction) {
                batch.add(transaction);
            } else if (row instanceof ImportRow.Unreadable unreadable) {
                tally.reject(out, row.number(), unreadable.reason());
            }
            if (batch.size() == BATCH) {
                post(batch, poster, tally, rows.size(), out);
            }
        }
        post(batch, poster, tally, rows.size(), out);
        out.println(tally.accepted + " accepted, " + tally.rejected + " rejected");
        out.flush();
        return tally.rejected == 0 ? 0 : 1;
    }

    private List<ImportRow> read() {
        try {
            return CsvImport.read(
                    file,
                    new ImportOptions(
                            user,
                            account,
                            accountKind,
                            currency,
                            dateFormat,
                            decimal,
                            inverted,
                            ImportOptions.columns(columns),
                            String.valueOf(file.getFileName())));
        } catch (ImportProblem problem) {
            throw new StartupProblem(String.valueOf(problem.getMessage()), problem);
        }
    }

    private static void post(
            List<ImportRow.Transaction> batch, TransactionPoster poster, Tally tally, int all, PrintWriter out) {
        if (batch.isEmpty()) {
            return;
        }
        List<JsonNode> answers = poster.post(batch);
        for (int i = 0; i < answers.size(); i++) {
            JsonNode problem = answers.get(i).get("problem");
            if (problem == null) {
                tally.accepted++;
            } else {
                tally.reject(out, batch.get(i).number(), TransactionPoster.reason(problem));
            }
        }
        batch.clear();
        out.println((tally.accepted + tally.rejected) + " of " + all);
        out.flush();
    }

    /** What became of the rows so far. */
    private static final class Tally {

        private int accepted;
        private int rejected;

        private void reject(PrintWriter out, long row, String reason) {
            rejected++;
            out.println("row " + row + " rejected: " + reason);
        }
    }
}
