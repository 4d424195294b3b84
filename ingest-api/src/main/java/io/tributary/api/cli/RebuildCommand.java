package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Setting;
import io.tributary.api.config.Settings;
import io.tributary.api.rebuild.Rebuild;
import io.tributary.api.rebuild.RebuildPlan;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tributary rebuild}: builds the state anew from the system of record, under another application id. */
@Command(
        name = "rebuild",
        description = "Builds the state anew from expenses.parsed and users.state, under another application id.",
        footer = {
            "",
            "All instances must be stopped. The old state stays as it is, nothing is announced, and the new",
            "application goes on in the log where the old one stopped: set the application.id that the",
            "command prints on every instance, then start. Cut short, it goes on where it was when it is",
            "started again. It needs the same settings as 'start', and state.dir for its stores."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {

    private static final double NANOS = 1e9;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(
            names = "--to",
            paramLabel = "ID",
            description = "The new application id (default: the old one, application.id, with the next number).")
    private @Nullable String to;

    @Option(names = "--dry-run", description = "Only looks whether it can be done, and says from where.")
    private boolean dryRun;

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = Terminal.quiet(spec);
        Settings settings = options.clientSettings();
        ServerConfig old = ServerConfig.of(settings);
        String next = to == null ? Rebuild.nextId(old) : to;
        ServerConfig anew = ServerConfig.of(settings.with(Map.of(Setting.APPLICATION_ID.key(), next)));
        try (Rebuild rebuild = Rebuild.of(anew, old.streams().applicationId())) {
            RebuildPlan plan = rebuild.plan();
            terminal.say(heading(plan));
            if (!dryRun) {
                long begin = System.nanoTime();
                rebuild.run(plan, (done, total) -> terminal.progress("Reading", done, total));
                terminal.say(ending(plan, (System.nanoTime() - begin) / NANOS));
            }
        }
        return 0;
    }

    private String heading(RebuildPlan plan) {
        String cut = plan.cut().entrySet().stream()
                .map(place -> place.getKey() + "@" + place.getValue())
                .collect(Collectors.joining(", "));
        return "%s %s from what %s published, up to expenses.raw %s: at most %,d values."
                .formatted(verb(plan.resumed()), plan.to(), plan.from(), cut, plan.values());
    }

    private String verb(boolean resumed) {
        if (dryRun) {
            return resumed ? "Would go on with building" : "Would build";
        }
        return resumed ? "Going on with building" : "Building";
    }

    private static String ending(RebuildPlan plan, double seconds) {
        return String.format(
                Locale.ROOT,
                "Built in %.1f s. Set application.id=%s (%s) on every instance, then start.%n"
                        + "Until then %s can still go on; afterwards its topics %s-*-changelog may be deleted.",
                seconds,
                plan.to(),
                Setting.APPLICATION_ID.variable(),
                plan.from(),
                plan.from());
    }
}
