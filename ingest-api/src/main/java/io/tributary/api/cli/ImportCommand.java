package io.tributary.api.cli;

import io.tributary.api.config.StartupProblem;
import io.tributary.api.imports.Column;
import io.tributary.api.imports.ImportOptions;
import io.tributary.api.imports.Statement;
import io.tributary.api.imports.StatementReader;
import io.tributary.avro.AccountKind;
import io.tributary.schemas.Currencies;
import io.tributary.topologies.intake.FactRules;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tributary import}: posts a bank's CSV file to a running API. Doing it again adds nothing. */
@Command(
        name = "import",
        description = "Posts the transactions of a bank's CSV file.",
        footer = {
            "",
            "Encoding, delimiter, columns, dates and decimals are found out; what does not tell is asked",
            "for. The same file, or one that covers the same days, can be imported again: it adds nothing.",
            "Exit code 1 when a row was rejected; all others are in."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final long LARGEST_FILE = 256L << 20;
    private static final int LONGEST_SOURCE = 128;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file;

    @Option(names = "--user", required = true, paramLabel = "U", description = "Whose statement it is.")
    private String user;

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            description = "Where the API is (default: ${DEFAULT-VALUE}).")
    private URI url;

    @Option(names = "--account", paramLabel = "A", description = "The account it is of.")
    private @Nullable String account;

    @Option(names = "--account-kind", paramLabel = "K", description = "CARD, CURRENT, SAVINGS or LOAN.")
    private @Nullable String accountKind;

    @Option(names = "--currency", paramLabel = "C", description = "Currency of rows that name none, such as EUR.")
    private @Nullable String currency;

    @ArgGroup(exclusive = false, heading = "%nHow the file is written, where it does not tell by itself:%n")
    private ReadingOptions reading = new ReadingOptions();

    @Option(names = "--dry-run", description = "Only shows how the file is understood; posts nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        check();
        ImportOptions options = options();
        Terminal terminal = Terminal.quiet(spec);
        Statement statement = StatementReader.read(bytes(), options);
        statement.description().forEach(terminal::say);
        ImportReport report = new ImportReport(statement);
        if (!dryRun) {
            new StatementPost(url, (done, total) -> terminal.progress("Importing", done, total))
                    .send(report.entries(), report::refuse);
        }
        report.lines(dryRun).forEach(terminal::say);
        if (report.rejected() > 0) {
            terminal.warn("%,d of %,d rows %s rejected."
                    .formatted(report.rejected(), report.read(), dryRun ? "would be" : "were"));
            return 1;
        }
        return 0;
    }

    private void check() {
        require(
                FactRules.isUserId(user),
                "--user must be 1 to 64 characters of A-Z a-z 0-9 . _ : @ -, and not \"me\".");
        require(
                currency == null || Currencies.isKnown(currency.toUpperCase(Locale.ROOT)),
                "--currency must be a current ISO 4217 code, such as EUR.");
        require(
                accountKind == null || isAccountKind(accountKind.toUpperCase(Locale.ROOT)),
                "--account-kind must be CARD, CURRENT, SAVINGS or LOAN.");
        require(
                ("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null,
                "--url must be an address such as http://127.0.0.1:8080.");
    }

    private void require(boolean kept, String rule) {
        if (!kept) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }

    private static boolean isAccountKind(String word) {
        for (AccountKind kind : AccountKind.values()) {
            if (kind.name().equals(word) && !word.equals("UNKNOWN")) {
                return true;
            }
        }
        return false;
    }

    private ImportOptions options() {
        return new ImportOptions(
                user,
                account,
                accountKind == null ? null : accountKind.toUpperCase(Locale.ROOT),
                source(),
                currency == null ? null : currency.toUpperCase(Locale.ROOT),
                reading.reading(spec.commandLine()));
    }

    private String source() {
        Path name = file.getFileName();
        String text = name == null ? "import" : name.toString().replaceAll("\\p{Cntrl}", " ");
        return text.length() > LONGEST_SOURCE ? text.substring(0, LONGEST_SOURCE) : text;
    }

    private byte[] bytes() {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw new StartupProblem("The file " + file + " is larger than 256 MiB: split it.");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new StartupProblem("The file " + file + " cannot be read.", unreadable);
        }
    }

    /** How far an import has got. */
    @FunctionalInterface
    interface Progress {
        /** So many of so many rows are answered. */
        void reached(long done, long total);
    }

    /** The columns that may be named. */
    static String columnWords() {
        return String.join(
                ", ", Arrays.stream(Column.values()).map(Column::word).toList());
    }
}
