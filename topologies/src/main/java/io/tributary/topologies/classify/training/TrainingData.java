package io.tributary.topologies.classify.training;

import io.tributary.avro.Direction;
import io.tributary.topologies.classify.Lexicon;
import io.tributary.topologies.classify.learn.LabelledText;
import io.tributary.topologies.classify.learn.TextFeatures;
import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The examples to learn from. Lines count once, however often they occur, with the label most of their rows have; lines
 * that differ only in numbers are one line. Dictionary and generic words are examples too: that is what makes the model
 * hold on lines that no source shows.
 */
public final class TrainingData {

    private static final float MERCHANT_WEIGHT = 1f;
    private static final float KEYWORD_WEIGHT = 2f;

    private TrainingData() {}

    /** Reads a file of tab-separated rows, gzipped: source, description, direction, category, rows. */
    public static List<TrainingRow> read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(cells -> new TrainingRow(
                            cells[0],
                            cells[1],
                            Direction.valueOf(cells[2]),
                            Taxonomy.of(cells[3]),
                            Integer.parseInt(cells[4])))
                    .toList();
        }
    }

    /** The examples in rows and lexicon, in an order that depends on nothing else. */
    public static List<LabelledText> examples(Collection<TrainingRow> rows, Lexicon lexicon) {
        List<LabelledText> examples = new ArrayList<>();
        Words words = new Words();
        for (TrainingRow row : distinct(rows)) {
            String line = withoutNumbers(words.read(row.description()));
            examples.add(new LabelledText(line, row.direction(), primary(row.category()), 1f));
        }
        lexicon.merchants().aliases().forEach(alias -> {
            Category category =
                    lexicon.merchants().merchants().get(alias.merchant()).category();
            examples.add(new LabelledText(alias.phrase(), Direction.OUTFLOW, primary(category), MERCHANT_WEIGHT));
        });
        lexicon.keywords()
                .rows()
                .forEach(row -> examples.add(
                        new LabelledText(row[0], Direction.OUTFLOW, primary(Taxonomy.of(row[1])), KEYWORD_WEIGHT)));
        return examples;
    }

    /**
     * Rows that say something new: of those that differ only in numbers, the first, with the label most of their rows
     * have. Sorted.
     */
    public static List<TrainingRow> distinct(Collection<TrainingRow> rows) {
        Map<String, List<TrainingRow>> same = new TreeMap<>();
        Words words = new Words();
        for (TrainingRow row : rows) {
            String line = row.source() + "\t" + withoutNumbers(words.read(row.description())) + "\t" + row.direction();
            same.computeIfAbsent(line, key -> new ArrayList<>()).add(row);
        }
        return same.values().stream().map(TrainingData::merged).toList();
    }

    private static TrainingRow merged(List<TrainingRow> same) {
        Map<Category, Integer> votes = new HashMap<>();
        same.forEach(row -> votes.merge(row.category(), row.rows(), Integer::sum));
        TrainingRow first = same.get(0);
        int rows = votes.values().stream().mapToInt(Integer::intValue).sum();
        return new TrainingRow(first.source(), first.description(), first.direction(), majority(votes), rows);
    }

    /** The line as the model sees it. */
    static String withoutNumbers(Words words) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < words.count(); i++) {
            line.append(i == 0 ? "" : " ").append(TextFeatures.isCode(words, i) ? "0" : words.word(i));
        }
        return line.toString();
    }

    private static Category majority(Map<Category, Integer> labels) {
        return labels.entrySet().stream()
                .max(Map.Entry.<Category, Integer>comparingByValue()
                        .thenComparing(entry -> -entry.getKey().index()))
                .orElseThrow()
                .getKey();
    }

    static Category primary(Category category) {
        return Taxonomy.of(category.primary());
    }
}
