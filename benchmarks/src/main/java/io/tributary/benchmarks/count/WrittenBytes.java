package io.tributary.benchmarks.count;

import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.stage.Preload;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Bytes written for a transaction: changelogs by store and outputs by topic. */
public final class WrittenBytes {

    private static final String LIMIT = "to input; must 1,500";

    private final Stage stage;

    /** Reads the stage's topics. */
    public WrittenBytes(Stage stage) {
        this.stage = stage;
    }

    /** What a pipeline that has drained the preload has left. */
    public List<Figure> figures(String applicationId, Preload preload) throws IOException, InterruptedException {
        Set<String> topics = new TreeSet<>(stage.brokerage().topics(name -> name.startsWith(applicationId)));
        Topics.all().stream()
                .map(topic -> topic.name())
                .filter(name -> !name.equals(Topics.EXPENSES_RAW.name()))
                .forEach(topics::add);
        Map<String, TopicBytes.Content> contents = new TopicBytes(stage).read(topics);
        Map<String, Long> disk = stage.brokerage().logBytes();
        double input = (double) preload.bytes() / preload.records();
        double inputDisk = (double) disk.getOrDefault(Topics.EXPENSES_RAW.name(), 0L) / preload.records();
        List<Figure> figures = new ArrayList<>();
        long bytes = 0;
        long diskBytes = 0;
        for (Map.Entry<String, TopicBytes.Content> topic : contents.entrySet()) {
            if (topic.getValue().records() > 0) {
                long onDisk = disk.getOrDefault(topic.getKey(), 0L);
                figures.add(row(topic.getKey().replace(applicationId + "-", ""), topic.getValue(), onDisk, preload));
                bytes += topic.getValue().bytes();
                diskBytes += onDisk;
            }
        }
        figures.add(Figure.of("bytes/written", (double) bytes / preload.records(), "B/tx", input, LIMIT));
        figures.add(Figure.of("bytes/on-disk", (double) diskBytes / preload.records(), "B/tx", inputDisk, "to input"));
        double state = (double) sizeOf(stage.stateFolder(applicationId)) / preload.records();
        figures.add(Figure.of("bytes/state", state, "B/tx", input, "RocksDB on disk, its own logs included; to input"));
        return figures;
    }

    private static long sizeOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }

    private static Figure row(String name, TopicBytes.Content content, long onDisk, Preload preload) {
        double records = preload.records();
        return Figure.of(
                "bytes/" + name,
                content.bytes() / records,
                "B/tx",
                "%.2f records/tx, %.0f B each, %.0f B/tx on disk"
                        .formatted(
                                content.records() / records,
                                (double) content.bytes() / content.records(),
                                onDisk / records));
    }
}
