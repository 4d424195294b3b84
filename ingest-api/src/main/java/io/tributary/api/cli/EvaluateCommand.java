package io.tributary.api.cli;

import io.tributary.api.config.StartupProblem;
import io.tributary.api.evaluate.EvaluationText;
import io.tributary.api.evaluate.LabelledFile;
import io.tributary.api.evaluate.PredictionFile;
import io.tributary.api.json.Json;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.classify.evaluation.Evaluation;
import io.tributary.topologies.classify.evaluation.Judged;
import io.tributary.topologies.classify.evaluation.LabelledLine;
import io.tributary.topologies.flow.Classifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tributary evaluate}: how good the classifier is on somebody's own labelled lines. */
@Command(
        name = "evaluate",
        description = "Measures the classifier on labelled statement lines.",
        footer = {
            "",
            "Columns: description, and where there are any id (else the row's number from 1), amount",
            "(negative: money out; without one money went out), mcc, category (a primary of the",
            "taxonomy) and category_detail. Rows without a category are predicted and not counted.",
            "Several files are measured as one."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    private static final int REPORT_EVERY = 1_000;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV files in UTF-8 with a header line.")
    private List<Path> files;

    @Option(
            names = "--predictions",
            paramLabel = "FILE",
            description = "Writes what is said of each row: id,category,category_detail,probability,decided_by.")
    private @Nullable Path predictions;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON; - for standard output.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.quiet(spec);
        List<Judged> answers = judge(read(terminal), terminal);
        if (predictions != null) {
            PredictionFile.write(predictions, answers);
        }
        Evaluation evaluation = Evaluation.of(answers);
        boolean piped = json != null && json.toString().equals("-");
        if (json != null) {
            write(json, evaluation, terminal);
        }
        if (!piped) {
            EvaluationText.of(evaluation).forEach(terminal::say);
        }
        return 0;
    }

    private List<LabelledLine> read(Terminal terminal) {
        List<LabelledLine> lines = new ArrayList<>();
        for (Path file : files) {
            LabelledFile read = LabelledFile.read(file);
            lines.addAll(read.lines());
            read.unknown()
                    .forEach((category, rows) -> terminal.warn(
                            "%s: %,d rows have the category %s, which is none of the taxonomy; they are not counted."
                                    .formatted(file, rows, category)));
        }
        return lines;
    }

    private static List<Judged> judge(List<LabelledLine> lines, Terminal terminal) {
        Classifier classifier = Classifiers.load().get();
        List<Judged> answers = new ArrayList<>(lines.size());
        for (LabelledLine line : lines) {
            answers.add(Judged.of(line, classifier));
            if (answers.size() % REPORT_EVERY == 0) {
                terminal.progress("rows", answers.size(), lines.size());
            }
        }
        return answers;
    }

    private static void write(Path file, Evaluation evaluation, Terminal terminal) {
        byte[] text = Json.write(evaluation);
        if (file.toString().equals("-")) {
            terminal.say(new String(text, StandardCharsets.UTF_8));
            return;
        }
        try {
            Files.write(file, text);
        } catch (IOException refused) {
            throw new StartupProblem("The file " + file + " cannot be written.", refused);
        }
    }
}
