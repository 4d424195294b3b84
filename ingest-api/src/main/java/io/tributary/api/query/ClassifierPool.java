package io.tributary.api.query;

import io.tributary.topologies.flow.Classifier;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Classifiers for requests. One belongs to one thread at a time and brings the room it works in, a hundred kilobytes: too
 * much to be made anew for every request.
 */
final class ClassifierPool {

    private static final int IDLE = 16;

    private final Supplier<Classifier> classifiers;
    private final BlockingQueue<Classifier> idle = new LinkedBlockingQueue<>(IDLE);

    /** Lends what {@code classifiers} makes. */
    ClassifierPool(Supplier<Classifier> classifiers) {
        this.classifiers = classifiers;
    }

    /** Asks a classifier that nobody else asks meanwhile. One that throws is not lent again. */
    <T> T ask(Function<Classifier, T> question) {
        Classifier free = idle.poll();
        Classifier classifier = free == null ? classifiers.get() : free;
        T answer = question.apply(classifier);
        // Where there are more than enough, this one goes.
        var unused = idle.offer(classifier);
        return answer;
    }
}
