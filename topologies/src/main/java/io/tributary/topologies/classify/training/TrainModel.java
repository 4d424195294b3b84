package io.tributary.topologies.classify.training;

import io.tributary.topologies.classify.Lexicon;
import io.tributary.topologies.classify.learn.Learnt;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the model's file in the build. Arguments: the training data, the folder of the classify package's classes and
 * tables, the file to write, a file for the digest of all those. Does nothing while the digest is the same.
 */
public final class TrainModel {

    private TrainModel() {}

    /** Trains unless everything is up to date. */
    public static void main(String[] arguments) throws IOException {
        Path data = Path.of(arguments[0]);
        Path classes = Path.of(arguments[1]);
        Path model = Path.of(arguments[2]);
        Path stamp = Path.of(arguments[3]);
        String inputs = digest(data, classes, model);
        boolean same = Files.exists(model)
                && Files.exists(stamp)
                && Files.readString(stamp).equals(inputs);
        if (!same) {
            write(Training.learn(TrainingData.read(data), Lexicon.load()), model);
            Files.writeString(stamp, inputs);
        }
    }

    private static void write(Learnt learnt, Path model) throws IOException {
        Files.createDirectories(model.toAbsolutePath().getParent());
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(model)))) {
            learnt.writeTo(out);
        }
    }

    private static String digest(Path data, Path classes, Path model) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            List<Path> inputs = Stream.concat(Stream.of(data), files.filter(Files::isRegularFile))
                    .filter(file -> !file.getFileName().equals(model.getFileName()))
                    .sorted()
                    .toList();
            for (Path input : inputs) {
                sha.update(Files.readAllBytes(input));
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
