package io.tributary.benchmarks.classify;

import com.sun.management.ThreadMXBean;
import io.tributary.avro.RawTransaction;
import io.tributary.benchmarks.report.Figure;
import io.tributary.benchmarks.report.Spread;
import io.tributary.benchmarks.workload.Workload;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SpecificDecoder;
import io.tributary.schemas.serde.SubjectNames;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.Subject;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Steady state of a hot loop over the workload's facts: time and bytes allocated for one. Decoding the same facts is the
 * baseline: the least that any consumer of the topic pays.
 */
public final class ClassifyLoop {

    private static final int FACTS = 20_000;
    private static final int WARM_UPS = 5;
    private static final int ROUNDS = 7;

    private ClassifyLoop() {}

    /** Measures both. */
    public static List<Figure> measure(long seed, SchemaRegistry registry) {
        Workload workload = new Workload(FACTS, 1_000, seed, LocalDate.EPOCH.plusYears(50));
        List<Subject> subjects = new ArrayList<>();
        List<byte[]> encoded = new ArrayList<>();
        try (AvroSerializer<RawTransaction> serializer =
                new AvroSerializer<>(registry, SubjectNames.TOPIC_NAME, SchemaUse.REGISTER)) {
            for (int i = 0; i < FACTS; i++) {
                RawTransaction fact = workload.next();
                subjects.add(subjectOf(fact));
                encoded.add(serializer.encode(Topics.EXPENSES_RAW.name(), fact));
            }
        }
        Classifier classifier = Classifiers.load().plain();
        SpecificDecoder decoder = SpecificDecoder.of(Topics.EXPENSES_RAW, registry);
        Cost decode = cost(() -> encoded.forEach(value -> consume(decoder.decode(value))));
        Cost classify = cost(() -> subjects.forEach(subject -> consume(classifier.automatic(subject))));
        return List.of(
                Figure.of(
                        "classify/time",
                        classify.micros().median(),
                        "µs",
                        decode.micros().median(),
                        "to decoding"),
                Figure.of("classify/allocated", classify.bytes(), "B", decode.bytes(), "to decoding"));
    }

    private record Cost(Spread micros, double bytes) {}

    private static Cost cost(Runnable round) {
        for (int i = 0; i < WARM_UPS; i++) {
            round.run();
        }
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
        double[] micros = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long begin = System.nanoTime();
            round.run();
            micros[i] = (System.nanoTime() - begin) / 1e3 / FACTS;
        }
        double allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
        return new Cost(Spread.of(micros), allocated / ROUNDS / FACTS);
    }

    /** An answer that nobody looks at could be left out by the compiler. */
    private static void consume(Object answer) {
        if (System.identityHashCode(answer) == 0 && answer.equals("")) {
            throw new IllegalStateException("never");
        }
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
