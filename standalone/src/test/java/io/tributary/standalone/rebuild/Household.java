package io.tributary.standalone.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Bucket;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SubjectNames;
import io.tributary.standalone.TestCluster;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes what many users do into the log: the same for the same seed. */
final class Household implements AutoCloseable {

    /** The user with many transactions at one merchant. */
    static final String HEAVY = "heavy";

    private static final int A_USER = 100;
    private static final int DAYS = 720;
    private static final String[] LINES = {
        "TESCO STORES 3297",
        "SQ *BLUE BOTTLE COFFEE",
        "SHELL 0442",
        "NETFLIX.COM",
        "RENT JUNE",
        "AMZN MKTP",
        "CAFE NERO"
    };

    private final KafkaProducer<String, byte[]> producer;
    private final AvroSerializer<SpecificRecord> facts;
    private final AvroSerializer<SpecificRecord> commands;
    private final Random random = new Random(4);
    private final AtomicInteger failures = new AtomicInteger();
    private int serial;

    Household(TestCluster cluster) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", cluster.bootstrapServers(), "linger.ms", 20, "compression.type", "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
        SchemaRegistry registry = SchemaRegistry.connect(Map.of("schema.registry.url", cluster.registryUrl()));
        facts = new AvroSerializer<>(registry, SubjectNames.TOPIC_NAME, SchemaUse.REGISTER);
        commands = new AvroSerializer<>(registry, SubjectNames.TOPIC_RECORD_NAME, SchemaUse.REGISTER);
    }

    /** Facts of a hundred transactions a user, some of them amended by a later version. */
    Household spend(int transactions) {
        int users = Math.max(1, transactions / A_USER);
        for (int i = 0; i < transactions; i++) {
            String user = "user-" + random.nextInt(users);
            long version = random.nextInt(10) == 0 ? 2 : 1;
            fact(
                    user,
                    "t" + (version == 2 ? random.nextInt(transactions) : i),
                    LINES[random.nextInt(LINES.length)],
                    version);
        }
        return flushed();
    }

    /** Facts of the one user, all at the same merchant. */
    Household spendHeavily(int transactions) {
        for (int i = 0; i < transactions; i++) {
            fact(HEAVY, "h" + i, LINES[0], 1);
        }
        return flushed();
    }

    /** A command of every kind by each of the users. */
    Household command(int users) {
        for (int i = 0; i < users; i++) {
            String user = "user-" + i;
            String own = "own-" + i;
            fact(user, own, LINES[0], 1);
            send(user, next(user).on(own).amendAmount(777, "GBP"));
            send(user, next(user).on(own).categorise("TRAVEL_FLIGHTS"));
            send(user, next(user).on(own).categoriseMerchant("ENTERTAINMENT"));
            send(user, next(user).putRule("r1", "shell", "TRAVEL"));
            send(user, next(user).putRule("r2", "cafe", "TRANSPORTATION_GAS"));
            send(user, next(user).deleteRule("r1"));
            send(user, next(user).putProfile("Pacific/Auckland", "GBP"));
            send(user, next(user).putBucket("FOOD_AND_DRINK_GROCERIES", Bucket.WANT));
            send(user, next(user).on(own).voiding());
        }
        return flushed();
    }

    /** The one user corrects the merchant, which restates all of it. */
    Household correct(String category) {
        send(HEAVY, next(HEAVY).on("h0").categoriseMerchant(category));
        return flushed();
    }

    @Override
    public void close() {
        producer.close();
    }

    private TestCommands next(String user) {
        return TestCommands.command().user(user).id("c" + serial++);
    }

    private void fact(String user, String id, String line, long version) {
        send(
                user,
                TestTransactions.transaction()
                        .user(user)
                        .id(id)
                        .description(line)
                        .minor(100 + random.nextInt(9_000))
                        .sourceVersion(version)
                        .at(TestTransactions.NOON.minus(Duration.ofHours(random.nextInt(24 * DAYS))))
                        .build());
    }

    private void send(String user, SpecificRecord record) {
        boolean fact = record.getClass().equals(Topics.EXPENSES_RAW.valueType());
        byte[] value = (fact ? facts : commands).serialize(Topics.EXPENSES_RAW.name(), record);
        var unused = producer.send(new ProducerRecord<>(Topics.EXPENSES_RAW.name(), user, value), (place, refused) -> {
            if (refused != null) {
                failures.incrementAndGet();
            }
        });
    }

    private Household flushed() {
        producer.flush();
        assertThat(failures).as("records that the log did not take").hasValue(0);
        return this;
    }
}
