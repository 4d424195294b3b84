package io.tributary.topologies.flow;

import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * One of several typed outputs of a processor: a node of its own, so that every forward names its child and no
 * downstream feature sees what is not for it.
 *
 * @param node the node's name
 * @param type what goes through it
 * @param <T> what goes through it
 */
public record Outlet<T>(String node, Class<T> type) {

    /** The stream of what the processor behind {@code all} sends here; keyed as the processor keyed it. */
    public <K> KStream<K, T> open(KStream<K, Object> all) {
        return all.mapValues(type::cast, Named.as(node));
    }

    /** Sends a value here from within the processor. */
    public <K> void send(ProcessorContext<K, Object> context, K key, T value, long timestamp) {
        context.forward(new Record<>(key, value, timestamp), node);
    }
}
