package io.tributary.topologies.classify;

import io.tributary.topologies.classify.lexicon.Merchant;
import io.tributary.topologies.classify.text.MerchantText;
import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classification;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.PersonalSettings;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.taxonomy.Category;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The classifier: reads the line's words once, asks the layers, and lays the user's own teaching over it. Lexicon and
 * model are shared; the buffers are this instance's, so an instance belongs to one thread.
 *
 * <p>Where producer or user name the merchant, that name gives the key and the name to show, and is looked up first; its
 * words count as if they stood in front of the line.
 */
final class TransactionClassifier implements Classifier {

    private final String version;
    private final Lexicon lexicon;
    private final Cascade cascade;
    private final PersonalLayer personal = new PersonalLayer();
    private final Words line = new Words();
    private final Words named = new Words();
    private final MerchantText merchantText = new MerchantText();

    TransactionClassifier(String version, Lexicon lexicon, Cascade cascade) {
        this.version = version;
        this.lexicon = lexicon;
        this.cascade = cascade;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Automatic automatic(Subject subject) {
        line.read(subject.description());
        String normalised = line.text();
        Merchant merchant = lexicon.merchants().find(line, merchantText.read(line));
        String key = keyOf(merchant, line);
        String name = merchant != null ? merchant.name() : nameOf(subject.description());
        String given = subject.merchantName();
        if (given != null && named.read(given).count() > 0) {
            Merchant givenMerchant = lexicon.merchants().find(named, merchantText.read(named));
            key = keyOf(givenMerchant, named);
            name = given.strip();
            merchant = givenMerchant != null ? givenMerchant : merchant;
            line.read(given).append(subject.description());
        }
        Cascade.Decision decision = cascade.decide(evidence(subject, merchant));
        return new Automatic(
                normalised,
                name,
                key,
                decision.category(),
                decision.decidedBy(),
                decision.probability(),
                decision.level());
    }

    private String keyOf(@Nullable Merchant merchant, Words words) {
        return merchant != null ? merchant.key() : merchantText.key(words);
    }

    private String nameOf(String description) {
        String name = merchantText.name(line);
        return name.isEmpty() ? description.strip().toUpperCase(Locale.ROOT) : name;
    }

    private Cascade.Evidence evidence(Subject subject, @Nullable Merchant merchant) {
        return new Cascade.Evidence(
                subject.direction(),
                line.text(),
                lexicon.rules().candidates(line),
                merchant,
                lexicon.keywords().find(line),
                Cascade.Guess.NONE,
                lexicon.codes().find(subject.mcc()));
    }

    @Override
    public Classification personal(
            Subject subject, Automatic automatic, PersonalSettings settings, @Nullable Category chosen) {
        return personal.decide(subject, automatic, settings, chosen);
    }

    @Override
    public List<Alternative> alternatives(Subject subject, int most) {
        Automatic automatic = automatic(subject);
        return most < 1 ? List.of() : List.of(new Alternative(automatic.category(), automatic.probability()));
    }
}
