package io.tributary.api.streams;

import io.tributary.api.config.ServerConfig;
import io.tributary.schemas.Topics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of the streams, the same in production, tests and benchmarks. */
public final class StreamsProperties {

    /** An instance that comes back takes its part over once its copy has caught up, which is looked at this often. */
    private static final int PROBING_MILLIS = 60_000;

    private StreamsProperties() {}

    /**
     * The configuration.
     *
     * @param config of this instance
     * @param memory what the stores share
     * @param server host:port of this instance for the others
     */
    public static Properties of(ServerConfig config, SharedRocksDb.Memory memory, String server) {
        Properties props = new Properties();
        props.putAll(config.kafka());
        ServerConfig.Streams streams = config.streams();
        props.put(StreamsConfig.APPLICATION_ID_CONFIG, streams.applicationId());
        props.put(StreamsConfig.APPLICATION_SERVER_CONFIG, server);
        props.put(StreamsConfig.STATE_DIR_CONFIG, streams.stateDir().toString());
        props.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
        props.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbys());
        props.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        props.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                streams.commitInterval().toMillis());
        props.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        // Without it Streams warns at every start; the constant is deprecated, the key is not.
        props.put("processing.exception.handler.global.enabled", true);
        props.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        props.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        props.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        props.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.topics().replication());
        props.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SharedRocksDb.class);
        props.put(SharedRocksDb.MEMORY, memory);
        props.put(StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG, PROBING_MILLIS);
        Duration session = streams.sessionTimeout();
        clients(props, (int) session.toMillis(), (int) streams.commitInterval().toMillis());
        return props;
    }

    /** A dead instance is replaced within seconds, and its open transaction holds nobody up for longer. */
    private static void clients(Properties props, int sessionMillis, int commitMillis) {
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), sessionMillis);
        // By its heartbeat a member learns that another has left: nobody has that one's users until it knows.
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), sessionMillis / 10);
        props.put(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1_000);
        props.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), sessionMillis);
        // A dead letter holds a whole value of the raw topic and says why: more than Kafka's default lets a client
        // send.
        props.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
                Topics.DEAD_LETTERS.maxMessageBytes());
        props.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        // Nobody sees a record before the commit, and the commit sends what still waits: lingering until then costs no
        // time and saves most batches. It also leaves one batch a partition and transaction: of several in flight the
        // broker refuses those that overtake the first (transactions v2), and each refusal costs a back-off.
        props.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), commitMillis);
        props.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), 256 * 1024);
        props.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    }
}
