package io.tributary.standalone.drill.load;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Direction;
import io.tributary.avro.Money;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.TransactionStatus;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.standalone.StartupException;
import io.tributary.standalone.drill.oracle.Content;
import io.tributary.standalone.drill.oracle.Oracle;
import io.tributary.standalone.drill.oracle.StatementLine;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Facts at a steady rate straight into the log, as from a bank's feed: new ones, amendments, repetitions, old versions that
 * come late. The oracle is told of a fact when the broker has confirmed it. What the broker refuses is sent again.
 */
final class FactStream implements Runnable {
    private static final long STEP_NANOS = 5_000_000;
    private static final int MOST_AT_ONCE = 40;
    private static final int DELIVERY_MILLIS = 180_000;
    private static final Duration LAST = Duration.ofMinutes(3);

    private final KafkaProducer<String, RawTransaction> producer;
    private final FactSource source;
    private final Oracle oracle;
    private final Targets targets;
    private final int rate;
    private final AtomicLong confirmed = new AtomicLong();
    private final AtomicLong unconfirmed = new AtomicLong();
    private final ConcurrentLinkedQueue<SentFact> refused = new ConcurrentLinkedQueue<>();
    private volatile long feedNanos;
    private volatile boolean stopped;

    FactStream(
            String bootstrapServers, String registryUrl, FactSource source, Targets targets, Oracle oracle, int rate) {
        this.producer = new KafkaProducer<>(settings(bootstrapServers, registryUrl));
        this.source = source;
        this.oracle = oracle;
        this.targets = targets;
        this.rate = rate;
    }

    /** Sends until it is stopped, then waits until the broker has confirmed all. */
    @Override
    public void run() {
        try (producer) {
            long begin = System.nanoTime();
            long sent = 0;
            while (!stopped) {
                feedNanos = System.nanoTime() - begin;
                // What a full buffer held up is made up for, but not all at once.
                long due = Math.min((long) (feedNanos / 1e9 * rate) - sent, Math.max(1, rate / MOST_AT_ONCE));
                for (long i = 0; i < due; i++) {
                    send(source.next());
                }
                sent += Math.max(0, due);
                resend();
                LockSupport.parkNanos(STEP_NANOS);
            }
            awaitConfirmation();
        }
    }

    void stop() {
        stopped = true;
    }

    /** How many facts the broker has confirmed. */
    long confirmed() {
        return confirmed.get();
    }

    /** How long facts were made. */
    double seconds() {
        return feedNanos / 1e9;
    }

    private void awaitConfirmation() {
        long deadline = System.nanoTime() + LAST.toNanos();
        while (unconfirmed.get() > 0) {
            producer.flush();
            resend();
            if (System.nanoTime() > deadline) {
                throw new StartupException("The broker does not confirm %d facts.".formatted(unconfirmed.get()));
            }
        }
    }

    private void resend() {
        for (SentFact fact = refused.poll(); fact != null; fact = refused.poll()) {
            unconfirmed.decrementAndGet();
            send(fact);
        }
    }

    private void send(SentFact fact) {
        unconfirmed.incrementAndGet();
        ProducerRecord<String, RawTransaction> message =
                new ProducerRecord<>(Topics.EXPENSES_RAW.name(), fact.user(), raw(fact));
        var unused = producer.send(message, (position, failure) -> note(fact, failure));
    }

    private void note(SentFact fact, @Nullable Exception failure) {
        if (failure != null) {
            refused.add(fact);
            return;
        }
        oracle.fact(fact.user(), fact.id(), fact.version(), fact.content());
        if (!fact.wild() && fact.isNew()) {
            targets.add(fact.user(), fact.id());
        }
        confirmed.incrementAndGet();
        unconfirmed.decrementAndGet();
    }

    private RawTransaction raw(SentFact fact) {
        Content content = fact.content();
        StatementLine line = oracle.lines().get(content.line());
        Integer second = content.second();
        return new RawTransaction(
                fact.user(),
                fact.id(),
                null,
                new Money(content.minor(), content.currency()),
                line.description(),
                line.inflow() ? Direction.INFLOW : Direction.OUTFLOW,
                second == null
                        ? null
                        : content.day().atStartOfDay().plusSeconds(second).toInstant(ZoneOffset.UTC),
                second == null ? content.day() : null,
                null,
                AccountKind.CURRENT,
                null,
                null,
                TransactionStatus.POSTED,
                fact.version(),
                content.voided(),
                "drill");
    }

    private static Map<String, Object> settings(String bootstrapServers, String registryUrl) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put("schema.registry.url", registryUrl);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "drill-facts");
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, AvroSerializer.class);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, DELIVERY_MILLIS);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        return settings;
    }
}
