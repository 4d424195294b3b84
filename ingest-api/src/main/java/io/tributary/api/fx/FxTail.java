package io.tributary.api.fx;

import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.avro.FxRates;
import io.tributary.schemas.EntityKey;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.Decoded;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SpecificDecoder;
import io.tributary.topologies.kpi.FxTable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table of exchange rates as the topic has it: read from its start, then followed, on a thread of its own. A
 * record that cannot be read is passed over and logged; a broker or registry that is away is waited for.
 */
public final class FxTail implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FxTail.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final String TOPIC = Topics.FX_RATES.name();

    private final FxTable table = new FxTable();
    private final ReadPositions positions = new ReadPositions();
    private final Consumer<String, byte[]> consumer;
    private final SpecificDecoder decoder;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Thread thread = new Thread(this::run, "fx-tail");

    /** Reads through {@code consumer}, which is this object's from now on. Not following yet. */
    public FxTail(Consumer<String, byte[]> consumer, SchemaRegistry registry) {
        this.consumer = consumer;
        this.decoder = SpecificDecoder.of(Topics.FX_RATES, registry);
        thread.setDaemon(true);
    }

    /** Connects with what every Kafka client gets, and begins to follow. */
    public static FxTail start(Map<String, String> kafka, SchemaRegistry registry) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "tributary-fx");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        FxTail tail = new FxTail(
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer()), registry);
        tail.thread.start();
        return tail;
    }

    /** The rates so far. */
    public FxTable table() {
        return table;
    }

    /** Whether all has been read that was there at the start, and the topic is still being followed. */
    public boolean isReady() {
        return thread.isAlive() && positions.hasCaughtUp();
    }

    /** Waits until the table has what was appended at a place, but no longer than {@code patience}. */
    boolean await(Appended place, Duration patience) {
        return positions.await(place, patience);
    }

    @Override
    public void close() {
        closing.set(true);
        consumer.wakeup();
        if (!thread.isAlive()) {
            consumer.close();
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            while (!closing.get()) {
                follow();
            }
        } catch (WakeupException closed) {
            LOG.debug("closed");
        } catch (KafkaException failed) {
            // Figures in one currency need no rates: the process goes on, and its readiness says what is missing.
            LOG.error("exchange rates are no longer followed", failed);
        }
    }

    /** Reads what there is; where something is away, the next call goes on from the same place. */
    void follow() {
        try {
            if (consumer.assignment().isEmpty()) {
                assign();
            }
            for (ConsumerRecord<String, byte[]> message : consumer.poll(POLL)) {
                take(message);
                positions.passed(message.partition(), message.offset());
            }
            consumer.assignment()
                    .forEach(partition -> positions.reached(partition.partition(), consumer.position(partition)));
        } catch (RetriableException away) {
            LOG.warn("exchange rates wait for the broker or the registry", away);
            positions.next().forEach((partition, next) -> consumer.seek(new TopicPartition(TOPIC, partition), next));
            pause();
        }
    }

    private void assign() {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
        positions.start(consumer.endOffsets(partitions));
        consumer.assign(partitions);
        first.forEach((partition, offset) -> {
            positions.reached(partition.partition(), offset);
            consumer.seek(partition, offset);
        });
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        if (message.value() == null) {
            forget(message.key());
        } else if (decoder.decode(message.value()) instanceof Decoded.Value read
                && read.record() instanceof FxRates rates) {
            Map<String, BigDecimal> quoted = new HashMap<>();
            rates.getRates().forEach((currency, rate) -> number(rate).ifPresent(known -> quoted.put(currency, known)));
            table.put(rates.getDay(), rates.getBase(), quoted);
        } else {
            LOG.atWarn().addKeyValue("offset", message.offset()).log("exchange rates that cannot be read");
        }
    }

    /** Whoever may write to the topic may write anything. */
    private static Optional<BigDecimal> number(String rate) {
        try {
            return Optional.of(new BigDecimal(rate));
        } catch (NumberFormatException broken) {
            LOG.warn("an exchange rate that is no number");
            return Optional.empty();
        }
    }

    private void forget(String key) {
        EntityKey.parse(key).ifPresent(parts -> {
            try {
                table.remove(LocalDate.parse(parts.entity()), parts.user());
            } catch (DateTimeException notOurs) {
                LOG.warn("the key of exchange rates names no day");
            }
        });
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
