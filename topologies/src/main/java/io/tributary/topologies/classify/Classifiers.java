package io.tributary.topologies.classify;

import io.tributary.topologies.classify.learn.Learnt;
import io.tributary.topologies.flow.Classifier;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
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
    private static final String MODEL = "model.bin";
    private static final List<String> PARTS = List.of(
            "lexicon/merchants.tsv",
            "lexicon/keywords.tsv",
            "lexicon/rules.tsv",
            "lexicon/mcc.tsv",
            "text/noise.tsv",
            MODEL);

    private final String version;
    private final Lexicon lexicon;
    private final Learnt learnt;

    private Classifiers(String version, Lexicon lexicon, Learnt learnt) {
        this.version = version;
        this.lexicon = lexicon;
        this.learnt = learnt;
    }

    /** Reads what the jar holds. */
    public static Classifiers load() {
        try (InputStream model = Objects.requireNonNull(Classifiers.class.getResourceAsStream(MODEL), MODEL);
                DataInputStream in = new DataInputStream(new BufferedInputStream(model, 1 << 16))) {
            return new Classifiers(digest(), Lexicon.load(), Learnt.readFrom(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the classifier's model is part of the jar", unreadable);
        }
    }

    /** With another model: for measuring, and for one that was published. */
    public static Classifiers with(Lexicon lexicon, Learnt learnt, String version) {
        return new Classifiers(version, lexicon, learnt);
    }

    /** A classifier for the calling thread. */
    @Override
    public Classifier get() {
        return new RememberingClassifier(plain());
    }

    /** One that decides every line anew: for training and measuring. */
    public TransactionClassifier plain() {
        return new TransactionClassifier(version, lexicon, learnt);
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
