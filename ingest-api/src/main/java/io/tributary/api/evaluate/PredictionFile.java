package io.tributary.api.evaluate;

import io.tributary.api.config.StartupProblem;
import io.tributary.topologies.classify.evaluation.Judged;
import io.tributary.topologies.taxonomy.Category;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * What the classifier says of each row, as CSV: {@code id,category,category_detail,probability,decided_by}. The category is
 * a primary; the detail is empty where only the primary could be told.
 */
public final class PredictionFile {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader("id", "category", "category_detail", "probability", "decided_by")
            .setRecordSeparator('\n')
            .get();

    private PredictionFile() {}

    /**
     * Writes the file, in place of one that is there.
     *
     * @throws StartupProblem when it cannot be written
     */
    public static void write(Path file, List<Judged> answers) {
        try (CSVPrinter rows = new CSVPrinter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), FORMAT)) {
            for (Judged answer : answers) {
                Category category = answer.said().category();
                rows.printRecord(
                        answer.line().id(),
                        category.primary(),
                        category.isPrimary() ? "" : category.code(),
                        String.format(Locale.ROOT, "%.4f", answer.said().probability()),
                        answer.said().decidedBy());
            }
        } catch (IOException refused) {
            throw new StartupProblem("The file " + file + " cannot be written.", refused);
        }
    }
}
