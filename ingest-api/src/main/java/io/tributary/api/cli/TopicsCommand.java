package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.ServerConfig.TopicCreation;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.SchemaRegistration;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SerdeConfig;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary topics}: creates what is missing, changes nothing that is there, and shows what is so. */
@Command(
        name = "topics",
        description = "Creates all topics and registers all schemas; what is there already stays as it is.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description =
                    "Partitions of new topics (default: topics.partitions, else 6). They cannot be changed later.")
    private @Nullable Integer partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Replicas of new topics (default: topics.replication, else 1).")
    private @Nullable Integer replication;

    @Option(names = "--no-schemas", description = "Leaves the schema registry alone.")
    private boolean noSchemas;

    @Option(names = "--list", description = "Only shows the topics; creates and registers nothing.")
    private boolean list;

    @Override
    public Integer call() {
        Terminal terminal = Terminal.quiet(spec);
        ServerConfig config = options.client();
        TopicCreation creation = new TopicCreation(
                !list,
                positive(partitions, config.topics().partitions(), "--partitions"),
                positive(replication, config.topics().replication(), "--replication-factor"));
        List<TopicReport> reports = TopicTable.of(config, creation);
        TopicReport.table(reports).forEach(terminal::say);
        if (!list && !noSchemas) {
            int schemas = new SchemaRegistration(
                            SchemaRegistry.connect(config.registry()),
                            SerdeConfig.from(config.registry()).schemaUse())
                    .run(Topics.all())
                    .size();
            terminal.say("%d schemas are registered.".formatted(schemas));
        }
        return 0;
    }

    private int positive(@Nullable Integer given, int configured, String option) {
        if (given != null && (given < 1 || given > Short.MAX_VALUE)) {
            throw new ParameterException(
                    spec.commandLine(), option + " must be between 1 and " + Short.MAX_VALUE + ".");
        }
        return given == null ? configured : given;
    }
}
