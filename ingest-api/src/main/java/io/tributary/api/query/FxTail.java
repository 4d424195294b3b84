package io.tributary.api.query;

import io.tributary.avro.FxRates;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.Decoded;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SpecificDecoder;
import io.tributary.topologies.kpi.FxTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the table of exchange rates as the topic has it: read from its start, then followed, on a thread of its own. */
public final class FxTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FxTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String TOPIC = Topics.FX_RATES.name();

    private final FxTable table = new FxTable();
    private final KafkaConsumer<String, byte[]> consumer;
    private final SpecificDecoder decoder;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread thread = new Thread(this::follow, "fx-tail");

    /** Not following yet. */
    public FxTail(Map<String, String> kafka, SchemaRegistry registry) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "tributary-fx");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        this.decoder = SpecificDecoder.of(Topics.FX_RATES, registry);
        thread.setDaemon(true);
    }

    /** Begins to follow. */
    public void start() {
        thread.start();
    }

    /** The rates so far. */
    public FxTable table() {
        return table;
    }

    @Override
    public void close() {
        closing.set(true);
        consumer.wakeup();
        if (thread.isAlive()) {
            joinThread();
        } else {
            consumer.close();
        }
    }

    private void joinThread() {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() {
        try (consumer) {
            List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                    .map(info -> new TopicPartition(TOPIC, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (!closing.get()) {
                consumer.poll(POLL).forEach(this::take);
            }
        } catch (WakeupException closed) {
            LOG.debug("closed");
        } catch (KafkaException failed) {
            // Figures in one currency need no rates: the process goes on without new ones, and says so.
            LOG.error("exchange rates are no longer followed", failed);
        }
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        if (decoder.decode(message.value()) instanceof Decoded.Value read && read.record() instanceof FxRates rates) {
            Map<String, BigDecimal> quoted = new HashMap<>();
            rates.getRates().forEach((currency, rate) -> quoted.put(currency, new BigDecimal(rate)));
            table.put(rates.getDay(), rates.getBase(), quoted);
        } else if (message.value() == null && message.key() != null) {
            String[] parts = message.key().split("\\|", -1);
            table.remove(LocalDate.parse(parts[1]), parts[0]);
        }
    }
}
