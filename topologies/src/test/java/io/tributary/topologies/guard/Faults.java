package io.tributary.topologies.guard;

import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;

/** Is asked at every call that a {@link FaultWrapper} sees, and may throw there. */
@FunctionalInterface
interface Faults {

    /** Where the configuration holds one. */
    String CONFIG = "test.faults";

    /** Before a record is processed. */
    String BEFORE = "before";

    /** After a record has been processed. */
    String AFTER = "after";

    /** None: stores in memory, and nothing else. */
    static Faults none() {
        return (place, call, value) -> {};
    }

    /**
     * A call is about to be made.
     *
     * @param place the node or the store
     * @param call one of the constants, or the store's method
     * @param value of a node: the value of the record
     */
    void reached(String place, String call, @Nullable Object value);

    /** The configuration that makes Streams ask. */
    default Map<String, Object> wrapping() {
        return Map.of(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, FaultWrapper.class, CONFIG, this);
    }
}
