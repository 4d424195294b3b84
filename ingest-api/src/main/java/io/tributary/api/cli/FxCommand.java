package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.fx.FxFile;
import io.tributary.api.fx.FxFileException;
import io.tributary.api.fx.FxLog;
import io.tributary.api.ingest.KafkaRawLog;
import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.avro.FxRates;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SerdeConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads exchange rates. */
@Command(
        name = "fx",
        description = "Load exchange rates: date,base,currency,rate, or the ECB's Date,USD,JPY,... against EUR.",
        mixinStandardHelpOptions = true)
final class FxCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions config;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<FxRates> rates = rates();
        ServerConfig serverConfig = ServerConfig.of(config.settings());
        SchemaRegistry registry = SchemaRegistry.connect(serverConfig.registry());
        SchemaUse use = SerdeConfig.from(serverConfig.registry()).schemaUse();
        try (KafkaRawLog log = new KafkaRawLog(serverConfig.kafka(), registry, use, "tributary-fx")) {
            FxLog fx = new FxLog(log.producer(), registry, use);
            List<CompletableFuture<Appended>> sent =
                    rates.stream().map(fx::append).toList();
            sent.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            throw new StartupProblem("Kafka did not take all rates: run the command again.", failed);
        }
        spec.commandLine().getOut().println(rates.size() + " days of exchange rates loaded");
        spec.commandLine().getOut().flush();
        return 0;
    }

    private List<FxRates> rates() {
        try {
            return FxFile.read(file);
        } catch (FxFileException wrong) {
            throw new StartupProblem(String.valueOf(wrong.getMessage()), wrong);
        } catch (IOException unreadable) {
            throw new StartupProblem("The file " + file + " cannot be read.", unreadable);
        }
    }
}
