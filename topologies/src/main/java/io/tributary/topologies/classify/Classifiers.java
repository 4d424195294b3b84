package io.tributary.topologies.classify;

import io.tributary.topologies.classify.learn.Calibration;
import io.tributary.topologies.flow.Classifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** Makes classifiers that share dictionary, rules and model: read once, then one cheap instance for each thread. */
public final class Classifiers implements Supplier<Classifier> {

    private static final int VERSION_CHARS = 12;
    private static final List<String> PARTS = List.of(
            "lexicon/merchants.tsv", "lexicon/keywords.tsv", "lexicon/rules.tsv", "lexicon/mcc.tsv", "text/noise.tsv");

    private final String version;
    private final Lexicon lexicon;
    private final Cascade cascade;

    private Classifiers(String version, Lexicon lexicon, Cascade cascade) {
        this.version = version;
        this.lexicon = lexicon;
        this.cascade = cascade;
    }

    /** Reads what the jar holds. */
    public static Classifiers load() {
        Lexicon lexicon = Lexicon.load();
        return new Classifiers(digest(), lexicon, new Cascade(lexicon, Calibration.prior()));
    }

    /** A classifier for the calling thread. */
    @Override
    public Classifier get() {
        return new TransactionClassifier(version, lexicon, cascade);
    }

    private static String digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : PARTS) {
                try (InputStream in = Objects.requireNonNull(Classifiers.class.getResourceAsStream(part), part)) {
                    sha.update(in.readAllBytes());
                }
            }
            return HexFormat.of().formatHex(sha.digest()).substring(0, VERSION_CHARS);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the classifier's tables are part of the jar", unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
