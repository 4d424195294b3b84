package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.fx.FxFile;
import io.tributary.api.fx.FxFileException;
import io.tributary.api.fx.FxLog;
import io.tributary.avro.FxRates;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SerdeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tributary fx}: appends exchange rates. A day that is there already is replaced as a whole. */
@Command(
        name = "fx",
        description = "Loads exchange rates from a CSV file.",
        footer = {
            "",
            "Columns are date,base,currency,rate, or those of the European Central Bank: Date,USD,JPY,…",
            "against EUR. Nothing is loaded unless every line is right."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class FxCommand implements Callable<Integer> {

    private static final Duration CLOSE = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file;

    @Option(names = "--dry-run", description = "Only checks the file; loads nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.quiet(spec);
        List<FxRates> rates = read(terminal);
        if (!dryRun) {
            send(rates, options.client(), terminal);
        }
        terminal.say(
                "%,d days of exchange rates %s.".formatted(rates.size(), dryRun ? "would be loaded" : "are loaded"));
        return 0;
    }

    private List<FxRates> read(Terminal terminal) {
        try {
            return FxFile.read(file);
        } catch (FxFileException wrong) {
            wrong.errors().forEach(terminal::say);
            throw new StartupProblem("The file " + file + " breaks rules, so nothing of it was loaded.", wrong);
        } catch (IOException unreadable) {
            throw new StartupProblem("The file " + file + " cannot be read.", unreadable);
        }
    }

    private static void send(List<FxRates> rates, ServerConfig config, Terminal terminal) {
        Map<String, Object> settings = ConfigOptions.kafka(config, "fx");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
        SchemaRegistry registry = SchemaRegistry.connect(config.registry());
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        try {
            FxLog log = new FxLog(
                    producer, registry, SerdeConfig.from(config.registry()).schemaUse());
            List<CompletableFuture<?>> sent = new ArrayList<>();
            rates.forEach(day -> sent.add(log.append(day)));
            for (int done = 0; done < sent.size(); done++) {
                sent.get(done).join();
                terminal.progress("Loading", done + 1L, sent.size());
            }
        } catch (CompletionException refused) {
            throw new StartupProblem("Kafka did not take all rates: run the same again.", refused);
        } finally {
            producer.close(CLOSE);
        }
    }
}
