package io.tributary.topologies;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Carries values that never leave the process through the topics of a test driver: the bytes are a place in a list.
 *
 * @param <T> the value
 */
public final class ByReference<T> implements Serde<T> {

    private final List<T> values = new ArrayList<>();

    @Override
    public Serializer<T> serializer() {
        return (topic, value) -> {
            values.add(value);
            return ByteBuffer.allocate(Integer.BYTES).putInt(values.size() - 1).array();
        };
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> values.get(ByteBuffer.wrap(bytes).getInt());
    }
}
