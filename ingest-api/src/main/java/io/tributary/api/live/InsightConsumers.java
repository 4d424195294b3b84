package io.tributary.api.live;

import io.tributary.avro.Insight;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.Decoded;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SpecificDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes consumers of the announcements, which see only what is committed, and reads their records. */
public final class InsightConsumers {

    /** The topic. */
    static final String TOPIC = Topics.INSIGHTS_EVENTS.name();

    private final Map<String, Object> config;
    private final SpecificDecoder decoder;

    /** With what every Kafka client gets. */
    public InsightConsumers(Map<String, String> kafka, SchemaRegistry registry) {
        this.config = new HashMap<>(kafka);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.decoder = SpecificDecoder.of(Topics.INSIGHTS_EVENTS, registry);
    }

    Consumer<byte[], byte[]> open(String clientId) {
        Map<String, Object> named = new HashMap<>(config);
        named.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        return new KafkaConsumer<>(named, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** The announcement in a record; nothing where it is none, or only kept. */
    Optional<Announcement> read(long offset, byte[] value) {
        return decoder.decode(value) instanceof Decoded.Value decoded
                        && decoded.record() instanceof Insight insight
                        && insight.getAnnounced()
                ? Optional.of(new Announcement(offset, insight))
                : Optional.empty();
    }
}
