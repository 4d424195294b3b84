package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.topologies.intake.StoredDeadLetter;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what could not be processed, and sends it again after a fix. */
@Command(
        name = "dead-letters",
        description = "List records that could not be processed, and send them again.",
        mixinStandardHelpOptions = true)
final class DeadLettersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "list or replay?");
    }

    @Command(name = "list", description = "List them with cause and origin.", mixinStandardHelpOptions = true)
    int list(@Mixin ConfigOptions config) {
        PrintWriter out = spec.commandLine().getOut();
        List<DeadLetterTopic.Stored> letters = read(ServerConfig.of(config.settings()));
        out.printf("%-12s %-34s %-26s %-10s %-20s %s%n", "PLACE", "ORIGIN", "RECORDED", "STAGE", "CAUSE", "MESSAGE");
        letters.forEach(stored -> out.printf(
                "%-12s %-34s %-26s %-10s %-20s %s%n",
                stored.place(),
                origin(stored.letter()),
                stored.letter().recordedAt(),
                stored.letter().stage(),
                stored.letter().cause(),
                stored.letter().message()));
        out.println(letters.size() + " dead letters");
        out.flush();
        return 0;
    }

    /** Which to send again. */
    static final class Choice {

        @Parameters(
                arity = "1..*",
                paramLabel = "PLACE",
                description = "Places as list shows them: partition-offset in the dead-letter topic.")
        private List<String> places = List.of();

        @Option(names = "--all", required = true, description = "All of them.")
        private boolean all;
    }

    @Command(
            name = "replay",
            description = "Send original key and bytes back to the topic they came from.",
            mixinStandardHelpOptions = true)
    int replay(@Mixin ConfigOptions config, @ArgGroup(multiplicity = "1") Choice choice) {
        ServerConfig serverConfig = ServerConfig.of(config.settings());
        List<DeadLetterTopic.Stored> chosen = read(serverConfig).stream()
                .filter(stored -> choice.all || choice.places.contains(stored.place()))
                .toList();
        if (!choice.all && chosen.size() < choice.places.size()) {
            throw new StartupProblem("Not every given place holds a dead letter: see \"dead-letters list\".");
        }
        int refused = 0;
        try (Producer<byte[], byte[]> producer = producer(serverConfig.kafka())) {
            for (DeadLetterTopic.Stored stored : chosen) {
                refused += replay(stored, producer) ? 0 : 1;
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println((chosen.size() - refused) + " sent again, " + refused + " refused");
        out.flush();
        return refused == 0 ? 0 : 1;
    }

    private boolean replay(DeadLetterTopic.Stored stored, Producer<byte[], byte[]> producer) {
        StoredDeadLetter letter = stored.letter();
        if (!letter.replayable()) {
            spec.commandLine()
                    .getErr()
                    .println(stored.place() + " was cut and cannot be sent again; its origin is " + origin(letter));
            spec.commandLine().getErr().flush();
            return false;
        }
        try {
            producer.send(new ProducerRecord<>(letter.topic(), letter.partition(), letter.key(), letter.value()))
                    .get();
            return true;
        } catch (ExecutionException failed) {
            throw new StartupProblem("Kafka took no more after " + stored.place() + ": send the rest again.", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new StartupProblem("Stopped before " + stored.place() + ".", stopping);
        }
    }

    private static List<DeadLetterTopic.Stored> read(ServerConfig config) {
        return new DeadLetterTopic(config.kafka()).read();
    }

    private static String origin(StoredDeadLetter letter) {
        return letter.topic() + "-" + letter.partition() + "@" + letter.offset();
    }

    private static Producer<byte[], byte[]> producer(Map<String, String> kafka) {
        Map<String, Object> config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
