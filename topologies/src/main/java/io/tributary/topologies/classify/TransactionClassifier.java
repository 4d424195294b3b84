package io.tributary.topologies.classify;

import io.tributary.avro.Direction;
import io.tributary.topologies.classify.learn.Learnt;
import io.tributary.topologies.classify.learn.LinearModel;
import io.tributary.topologies.classify.learn.TextFeatures;
import io.tributary.topologies.classify.lexicon.Merchant;
import io.tributary.topologies.classify.text.MerchantText;
import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classification;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.PersonalSettings;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.taxonomy.Category;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The classifier: reads the line's words once, asks the layers, and lays the user's own teaching over it. Lexicon and
 * model are shared; the buffers are this instance's, so an instance belongs to one thread.
 *
 * <p>Where producer or user name the merchant, that name gives the key and the name to show, and is looked up first; its
 * words count as if they stood in front of the line.
 */
public final class TransactionClassifier implements Classifier {

    private final String version;
    private final Lexicon lexicon;
    private final Cascade cascade;
    private final PersonalLayer personal = new PersonalLayer();
    private final LinearModel model;
    private final float[] probabilities;
    private final TextFeatures features = new TextFeatures();
    private final Words line = new Words();
    private final Words named = new Words();
    private final MerchantText merchantText = new MerchantText();

    TransactionClassifier(String version, Lexicon lexicon, Learnt learnt) {
        this.version = version;
        this.lexicon = lexicon;
        this.model = learnt.model();
        this.cascade = new Cascade(lexicon, learnt.calibration());
        this.probabilities = new float[model.classes().size()];
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Automatic automatic(Subject subject) {
        line.read(subject.description());
        String normalised = line.text();
        Named merchant = named(subject);
        Cascade.Decision decision = cascade.decide(evidence(subject, merchant.known()));
        return new Automatic(
                normalised,
                merchant.name(),
                merchant.key(),
                decision.category(),
                decision.decidedBy(),
                decision.probability(),
                decision.level());
    }

    /** The decision with where the calibration counts it: for measuring. */
    public Cascade.Decision decide(Subject subject) {
        line.read(subject.description());
        return cascade.decide(evidence(subject, named(subject).known()));
    }

    /** The merchant as far as it can be told. */
    private record Named(@Nullable Merchant known, String name, String key) {}

    /** Finds the merchant; afterwards the line begins with the name that was given, if one was. */
    private Named named(Subject subject) {
        Merchant known = lexicon.merchants().find(line, merchantText.read(line));
        String given = subject.merchantName();
        if (given != null && named.read(given).count() > 0) {
            Merchant givenMerchant = lexicon.merchants().find(named, merchantText.read(named));
            line.read(given).append(subject.description());
            String key = givenMerchant == null || paysOn(givenMerchant) ? merchantText.key(named) : givenMerchant.key();
            return new Named(givenMerchant != null ? givenMerchant : known, given.strip(), key);
        }
        if (known != null && !paysOn(known)) {
            return new Named(known, known.name(), known.key());
        }
        String name = merchantText.name(line);
        return new Named(known, name.isEmpty() ? subject.description().strip() : name, merchantText.key(line));
    }

    /** A service that pays on to anybody is not whom was paid: there the words tell more. */
    private static boolean paysOn(Merchant merchant) {
        return merchant.category().code().equals("TRANSFER_OUT_ACCOUNT_TRANSFER");
    }

    private Cascade.Evidence evidence(Subject subject, @Nullable Merchant merchant) {
        merchantText.read(line);
        return new Cascade.Evidence(
                subject.direction(),
                line.text(),
                lexicon.rules().candidates(line),
                merchant,
                lexicon.keywords().find(line, merchantText),
                guess(subject.direction()),
                lexicon.codes().find(subject.mcc()));
    }

    private Cascade.Guess guess(Direction direction) {
        int best = model.probabilities(features.read(line, direction), direction, probabilities);
        return new Cascade.Guess(model.classes().get(best), probabilities[best]);
    }

    @Override
    public Classification personal(
            Subject subject, Automatic automatic, PersonalSettings settings, @Nullable Category chosen) {
        return personal.decide(subject, automatic, settings, chosen);
    }

    @Override
    public List<Alternative> alternatives(Subject subject, int most) {
        Cascade.Decision decision = decide(subject);
        List<Alternative> found = new ArrayList<>();
        found.add(new Alternative(decision.category(), decision.probability()));
        String decided = decision.category().primary();
        IntStream.range(0, probabilities.length)
                .boxed()
                .filter(c -> probabilities[c] > 0
                        && !model.classes().get(c).primary().equals(decided))
                .sorted(Comparator.comparingDouble(c -> -probabilities[c]))
                .limit(Math.max(0, most - 1))
                .forEach(c -> found.add(
                        new Alternative(model.classes().get(c), probabilities[c] * (1 - decision.probability()))));
        return found.stream().limit(Math.max(0, most)).toList();
    }
}
