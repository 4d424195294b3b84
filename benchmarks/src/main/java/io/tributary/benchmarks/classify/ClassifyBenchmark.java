package io.tributary.benchmarks.classify;

import io.tributary.avro.RawTransaction;
import io.tributary.benchmarks.workload.Workload;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.classify.text.Words;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Subject;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The whole decision from raw text, every line decided anew; beside it the least that any classifier does, which is to read
 * the line's words.
 */
@State(Scope.Thread)
public class ClassifyBenchmark {

    private static final int FACTS = 1 << 14;
    private static final int USERS = 1_000;
    private static final long SEED = 1;

    private final Words words = new Words();
    private Subject[] subjects = new Subject[0];
    private Classifier classifier = Classifiers.load().plain();
    private int next;

    /** Makes the lines. */
    @Setup(Level.Trial)
    public void setUp() {
        Workload workload = new Workload(FACTS, USERS, SEED, LocalDate.EPOCH.plusYears(50));
        subjects = IntStream.range(0, FACTS)
                .mapToObj(fact -> subjectOf(workload.next()))
                .toArray(Subject[]::new);
        classifier = Classifiers.load().plain();
    }

    /** Decides a line. */
    @Benchmark
    public Automatic decide() {
        return classifier.automatic(next());
    }

    /** Reads a line's words. */
    @Benchmark
    public int read() {
        return words.read(next().description()).count();
    }

    private Subject next() {
        next = (next + 1) & (FACTS - 1);
        return subjects[next];
    }

    private static Subject subjectOf(RawTransaction fact) {
        return new Subject(
                fact.getDescription(),
                fact.getMerchantName(),
                fact.getDirection(),
                fact.getAmount().getMinor(),
                fact.getAmount().getCurrency(),
                fact.getAccountId(),
                fact.getAccountKind(),
                fact.getMcc());
    }
}
