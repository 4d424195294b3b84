package io.tributary.api.cli;

import io.tributary.api.json.Json;
import io.tributary.topologies.intake.StoredDeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary dead-letters list}: the newest dead letters, the oldest of them first; never their content. */
@Command(
        name = "list",
        description = "Lists the newest dead letters: where they lie, what they are of and what was wrong.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DeadLetterList implements Callable<Integer> {

    private static final Comparator<DeadLetterScan.Found> OLDEST =
            Comparator.comparing(found -> found.letter().recordedAt());

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Prints a JSON object a line.")
    private boolean json;

    /**
     * A dead letter in JSON.
     *
     * @param at where it lies
     * @param origin where the original lies
     * @param recordedAt when the log took the original
     * @param stage where it failed
     * @param cause a stable word for what is wrong
     * @param message one sentence
     * @param valueLength bytes of the whole value; -1 where there was none
     * @param valueSha256 of the whole value
     * @param replayable whether it can be sent again
     */
    private record View(
            String at,
            String origin,
            Instant recordedAt,
            String stage,
            String cause,
            String message,
            long valueLength,
            String valueSha256,
            boolean replayable) {

        static View of(DeadLetterScan.Found found) {
            StoredDeadLetter letter = found.letter();
            return new View(
                    found.place().toString(),
                    Place.ofOrigin(letter).toString(),
                    letter.recordedAt(),
                    letter.stage(),
                    letter.cause(),
                    letter.message(),
                    letter.valueLength(),
                    letter.valueSha256(),
                    letter.replayable());
        }
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 1.");
        }
        Terminal terminal = Terminal.quiet(spec);
        PriorityQueue<DeadLetterScan.Found> newest = new PriorityQueue<>(OLDEST);
        long[] all = {0};
        new DeadLetterScan(options.client()).forEach(found -> {
            all[0]++;
            newest.add(found);
            if (newest.size() > limit) {
                newest.remove();
            }
        });
        newest.stream().sorted(OLDEST).map(View::of).forEach(view -> terminal.say(json ? json(view) : line(view)));
        if (!json) {
            terminal.say(all[0] == 0 ? "There are no dead letters." : "%,d of %,d.".formatted(newest.size(), all[0]));
        }
        return 0;
    }

    private static String json(View view) {
        return new String(Json.write(view), StandardCharsets.UTF_8);
    }

    private static String line(View view) {
        return "%s  of %s  %s  %s/%s  %s%s%n    %s"
                .formatted(
                        view.at(),
                        view.origin(),
                        view.recordedAt(),
                        view.stage(),
                        view.cause(),
                        view.valueLength() < 0 ? "no value" : view.valueLength() + " bytes",
                        view.replayable() ? "" : "  (cannot be replayed)",
                        view.message());
    }
}
