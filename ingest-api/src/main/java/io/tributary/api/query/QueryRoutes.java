package io.tributary.api.query;

import io.tributary.api.route.Route;
import io.tributary.topologies.flow.Classifier;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All routes that answer from the state. */
public final class QueryRoutes {

    private final Readings readings;
    private final ClassifierPool classifiers;

    /** Reads through {@code readings}. */
    public QueryRoutes(Readings readings, Supplier<Classifier> classifiers) {
        this.readings = readings;
        this.classifiers = new ClassifierPool(classifiers);
    }

    /** All of them. */
    public List<Route> routes() {
        return Stream.of(
                        new TransactionRoutes(readings, classifiers).routes(),
                        new InsightRoutes(readings).routes(),
                        new ClassifyRoutes(classifiers).routes())
                .flatMap(List::stream)
                .toList();
    }
}
