package io.tributary.standalone;

import java.util.OptionalInt;
import java.util.function.IntFunction;

/**
 * The loopback ports of a demo. A port that was asked for is used or the start fails; any other may move.
 *
 * @param api of the HTTP API
 * @param kafka asked for, for the broker
 * @param registry asked for, for the schema registry
 */
record DemoPorts(int api, OptionalInt kafka, OptionalInt registry) {
    private static final int USUAL_KAFKA = 9092;
    private static final int USUAL_REGISTRY = 8081;

    /** Starts the broker on its port. */
    <T> T onKafkaPort(IntFunction<T> server) {
        return kafka.isPresent() ? server.apply(kafka.getAsInt()) : LoopbackPorts.preferring(USUAL_KAFKA, server);
    }

    /** Starts the registry on its port. */
    <T> T onRegistryPort(IntFunction<T> server) {
        return registry.isPresent()
                ? server.apply(registry.getAsInt())
                : LoopbackPorts.preferring(USUAL_REGISTRY, server);
    }
}
