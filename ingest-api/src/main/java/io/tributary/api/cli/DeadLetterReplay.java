package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.StartupProblem;
import io.tributary.schemas.Topics;
import io.tributary.topologies.intake.StoredDeadLetter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code tributary dead-letters replay}: sends the original bytes and key to the topic they came from, on the same
 * partition, so that intake sees what it saw before. Once the log has them, a mark beside each dead letter remembers that,
 * and {@code --all} passes it over from then on. A dead letter stays in its topic until its 90 days are over; what fails
 * again becomes a new one.
 */
@Command(
        name = "replay",
        description = "Sends dead letters to the topic they came from, once the reason is mended.",
        footer = {
            "",
            "What was replayed is remembered: --all passes it over, --again sends it once more. Dead",
            "letters stay listed until their retention is over. Records that were cut are refused,",
            "since only a part of them was kept."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class DeadLetterReplay implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigOptions options;

    @ArgGroup(multiplicity = "1")
    private Selection selection = new Selection();

    @Option(names = "--again", description = "With --all, also what was replayed before.")
    private boolean again;

    @Option(names = "--dry-run", description = "Only says what would be sent.")
    private boolean dryRun;

    /** Which of them. */
    private static final class Selection {

        @Option(names = "--all", required = true, description = "All that can be replayed.")
        @SuppressWarnings("UnusedVariable") // Being given is what it says; picocli holds the two apart.
        private boolean all;

        @Option(
                names = "--at",
                required = true,
                paramLabel = "TOPIC-PARTITION@OFFSET",
                converter = Place.Reader.class,
                description = "The one that lies there, or whose original does; may be given several times.")
        private List<Place> places = List.of();
    }

    @Override
    public Integer call() {
        Terminal terminal = Terminal.quiet(spec);
        ServerConfig config = options.client();
        DeadLetterScan scan = new DeadLetterScan(config);
        Set<Place> before = selection.all && !again ? scan.replayed() : Set.of();
        Tally tally = new Tally(terminal, selection.all, before, new HashSet<>(selection.places));
        try (ReplaySender sender = new ReplaySender(config)) {
            scan.forEach(found -> {
                if (tally.wants(found)) {
                    refusal(found.letter())
                            .ifPresentOrElse(reason -> tally.refused(found, reason), () -> send(found, sender, tally));
                }
            });
            sender.flush();
        }
        return tally.finish(dryRun);
    }

    private void send(DeadLetterScan.Found found, ReplaySender sender, Tally tally) {
        if (!dryRun) {
            sender.send(found);
        }
        tally.sent(found, dryRun);
    }

    private static Optional<String> refusal(StoredDeadLetter letter) {
        if (letter.truncated()) {
            return Optional.of("it was cut, only a part of it was kept");
        }
        if (!letter.replayable()) {
            return Optional.of("it has no value");
        }
        boolean input = letter.topic().equals(Topics.EXPENSES_RAW.name());
        return input ? Optional.empty() : Optional.of("its origin is not the input topic");
    }

    /** What became of what was asked for. */
    private static final class Tally {
        private final Terminal terminal;
        private final Set<Place> missing;
        private final boolean all;
        private final Set<Place> before;
        private long passedOver;
        private long sent;
        private long refused;

        Tally(Terminal terminal, boolean all, Set<Place> before, Set<Place> places) {
            this.terminal = terminal;
            this.before = before;
            this.missing = places;
            this.all = all;
        }

        boolean wants(DeadLetterScan.Found found) {
            if (before.contains(found.place())) {
                passedOver++;
                return false;
            }
            boolean byPlace = missing.remove(found.place());
            boolean byOrigin = missing.remove(Place.ofOrigin(found.letter()));
            return all || byPlace || byOrigin;
        }

        void sent(DeadLetterScan.Found found, boolean dryRun) {
            sent++;
            terminal.say((dryRun ? "Would send " : "Sent ") + found.place() + " to "
                    + found.letter().topic() + "-" + found.letter().partition());
        }

        void refused(DeadLetterScan.Found found, String reason) {
            refused++;
            terminal.say("Refused " + found.place() + ": " + reason);
        }

        int finish(boolean dryRun) {
            terminal.say("%,d %s, %,d refused.".formatted(sent, dryRun ? "would be replayed" : "replayed", refused));
            if (passedOver > 0) {
                terminal.say("%,d replayed before; --again sends them once more.".formatted(passedOver));
            }
            if (!missing.isEmpty()) {
                throw new StartupProblem("There is no dead letter at "
                        + String.join(
                                ", ",
                                missing.stream().map(Place::toString).sorted().toList()) + ".");
            }
            if (refused > 0 && !all) {
                throw new StartupProblem("What was asked for could not be replayed; the reason stands above.");
            }
            return 0;
        }
    }
}
