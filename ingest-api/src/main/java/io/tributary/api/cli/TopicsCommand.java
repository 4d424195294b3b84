package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.streams.TopicSetup;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates the topics that are missing. */
@Command(
        name = "topics",
        description = "Create the topics that are missing; those that are there stay as they are.",
        mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions config;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ServerConfig serverConfig = ServerConfig.of(config.settings());
        try (Admin admin = Admin.create(new HashMap<>(serverConfig.kafka()))) {
            print(new TopicSetup(admin).create(serverConfig.topics()));
        }
        return 0;
    }

    private void print(List<TopicSetup.Result> topics) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%-24s %10s  %-8s %s%n", "TOPIC", "PARTITIONS", "", "PURPOSE");
        topics.forEach(result -> out.printf(
                "%-24s %10d  %-8s %s%n",
                result.topic().name(),
                result.partitions(),
                result.created() ? "created" : "there",
                result.topic().flow().purpose()));
        out.flush();
    }
}
