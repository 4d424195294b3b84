package io.tributary.topologies.classify;

import io.tributary.avro.Direction;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classification;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.PersonalSettings;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.state.RowCache;
import io.tributary.topologies.taxonomy.Category;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was said of the statement lines seen last: most lines come again, from the same user's next visit or from
 * another's. Says what the classifier behind it says, only sooner. For one thread.
 */
final class RememberingClassifier implements Classifier {

    private static final int REMEMBERED = 4_096;

    private final Classifier classifier;
    private final RowCache<Line, Automatic> seen = new RowCache<>(REMEMBERED);

    /** All of a subject that {@link TransactionClassifier#automatic} looks at. */
    private record Line(
            String description,
            @Nullable String merchantName,
            Direction direction,
            @Nullable String mcc) {}

    RememberingClassifier(Classifier classifier) {
        this.classifier = classifier;
    }

    @Override
    public String version() {
        return classifier.version();
    }

    @Override
    public Automatic automatic(Subject subject) {
        Line line = new Line(subject.description(), subject.merchantName(), subject.direction(), subject.mcc());
        Automatic known = seen.get(line);
        if (known != null) {
            return known;
        }
        Automatic said = classifier.automatic(subject);
        seen.put(line, said);
        return said;
    }

    @Override
    public Classification personal(
            Subject subject, Automatic automatic, PersonalSettings settings, @Nullable Category chosen) {
        return classifier.personal(subject, automatic, settings, chosen);
    }

    @Override
    public List<Alternative> alternatives(Subject subject, int most) {
        return classifier.alternatives(subject, most);
    }
}
