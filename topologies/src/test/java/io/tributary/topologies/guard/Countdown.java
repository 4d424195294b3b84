package io.tributary.topologies.guard;

import io.tributary.topologies.PlainClassifier;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.insight.InsightTopology;
import io.tributary.topologies.merchant.MerchantTopology;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;

/** Counts the calls that are made while it is armed, and throws at one of them, once. */
final class Countdown implements Faults {

    private static final Set<String> FEATURE_NODES =
            Set.of(MerchantTopology.FEATURE.node(), InsightTopology.FEATURE.node());
    private static final String CLASSIFIER = "classifier";

    /** What is thrown, and where. */
    enum Kind {
        /** What code throws: at every call. */
        ERROR,
        /** What a store throws: at every call of one. */
        STORE
    }

    private final Kind kind;
    private final long target;
    private final Deque<String> nodes = new ArrayDeque<>();
    private boolean armed;
    private boolean scripted = true;
    private long count;
    private int step;
    private int firedAt = -1;
    private @Nullable String fired;
    private boolean inFeature;

    /** Throws at the call of that number, from 1. */
    Countdown(Kind kind, long target) {
        this.kind = kind;
        this.target = target;
    }

    /** Only counts, and throws nothing that is not in the script. */
    static Countdown none(Kind kind) {
        return new Countdown(kind, Long.MAX_VALUE);
    }

    /** Throws nothing at all. */
    Countdown withoutScript() {
        scripted = false;
        return this;
    }

    /** Calls count from here on. */
    void arm() {
        armed = true;
        nodes.clear();
    }

    /** Calls do not count from here on. */
    void disarm() {
        armed = false;
    }

    /** The script has come to this step. */
    void at(int number) {
        step = number;
    }

    /** The step at which it has thrown. */
    int step() {
        return firedAt;
    }

    long count() {
        return count;
    }

    /** Where it has thrown; null while it has not. */
    @Nullable
    String fired() {
        return fired;
    }

    /** Whether that was inside a feature. */
    boolean firedInFeature() {
        return inFeature;
    }

    /** The classifier, whose calls count too. */
    Supplier<Classifier> classifiers() {
        return () -> (Classifier) Proxy.newProxyInstance(
                Countdown.class.getClassLoader(), new Class<?>[] {Classifier.class}, (proxy, method, arguments) -> {
                    reached(CLASSIFIER, method.getName(), null);
                    try {
                        return method.invoke(new PlainClassifier(), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    @Override
    public void reached(String place, String call, @Nullable Object value) {
        boolean store = !call.equals(BEFORE) && !call.equals(AFTER) && !place.equals(CLASSIFIER);
        if (call.equals(BEFORE)) {
            nodes.push(place);
        }
        if (armed && (store || kind == Kind.ERROR) && ++count == target) {
            fired = place + '.' + call + " in " + nodes.peek();
            firedAt = step;
            inFeature = FEATURE_NODES.contains(String.valueOf(nodes.peek()));
            throw kind == Kind.STORE
                    ? new ProcessorStateException("on purpose")
                    : new IllegalStateException("on purpose");
        }
        if (scripted && SweepScript.isPoison(place, call, value)) {
            scripted = false;
            nodes.pop();
            throw new IllegalStateException("in the script");
        }
        if (call.equals(AFTER)) {
            nodes.pop();
        }
    }
}
