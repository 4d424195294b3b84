package io.tributary.standalone;

import io.tributary.standalone.demo.Booking;
import io.tributary.standalone.demo.DemoData;
import io.tributary.standalone.demo.DemoLoader;
import io.tributary.standalone.demo.DemoNotes;
import io.tributary.standalone.demo.LoadException;
import io.tributary.standalone.demo.LoadProgress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tributary demo}: everything on this machine, with data to look at, until Ctrl-C. */
@Command(
        name = "demo",
        description = "Starts a Kafka broker, a schema registry and the API on this machine and loads demo data.",
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {

    /** A few ticks are always under way; they take no time. */
    private static final int WORTH_TELLING = 500;

    private final ApiProcess.Starter apiStarter;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the API (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            description = "Port of the broker (default: 9092, or a free one when that is taken).")
    private @Nullable Integer kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            description = "Port of the schema registry (default: 8081, or a free one when that is taken).")
    private @Nullable Integer registryPort;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            defaultValue = "${sys:tributary.home:-.}/data",
            description = "Where everything is kept; created when missing (default: ${DEFAULT-VALUE}).")
    private Path dataDir;

    @Option(names = "--fresh", description = "Forgets what the folder holds from earlier runs and starts over.")
    private boolean fresh;

    @Option(
            names = "--rebuild",
            description = "Builds the state anew from expenses.parsed and users.state before it starts.")
    private boolean rebuild;

    @Option(names = "--no-data", description = "Loads no demo data.")
    private boolean noData;

    /**
     * The command.
     *
     * @param apiStarter starts the API process
     * @param clock says which day the demo data is first loaded on
     */
    public DemoCommand(ApiProcess.Starter apiStarter, Clock clock) {
        this.apiStarter = apiStarter;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        DemoPorts ports = new DemoPorts(
                LoopbackPorts.demand(port, "--port"),
                asked(kafkaPort, "--kafka-port"),
                asked(registryPort, "--registry-port"));
        try (Foreground foreground = Foreground.enter();
                DataFolder folder = DataFolder.open(dataDir)) {
            if (fresh) {
                folder.wipe();
            }
            BrokerFailure.explain(folder, LogFiles.direct(folder.logs()));
            say("Starting in " + folder.root() + " …");
            try (Demo demo = new Demo(folder, ports, apiStarter)) {
                return run(demo, folder);
            } catch (InterruptedException stop) {
                say("Stopping …");
                return foreground.exitCode();
            }
        }
    }

    private int run(Demo demo, DataFolder folder) throws InterruptedException {
        DemoNotes notes = readNotes(folder);
        Demo.Running running =
                demo.start(settings -> rebuild ? rebuilt(settings, notes, folder) : notes.applicationId());
        say(DemoText.addresses(running, folder));
        if (!noData) {
            load(running, folder);
        }
        say(DemoText.thingsToTry(running, !noData, YearMonth.now(clock).minusMonths(1)));
        throw new StartupException(running.api().awaitFailure());
    }

    /** The state under another application id, which the folder remembers from here on. */
    private static String rebuilt(Map<String, String> settings, DemoNotes notes, DataFolder folder)
            throws InterruptedException {
        String next = DemoRebuild.run(settings, notes.applicationId());
        writeNotes(notes.of(next), folder);
        return next;
    }

    private void load(Demo.Running running, DataFolder folder) throws InterruptedException {
        DemoNotes notes = readNotes(folder);
        if (!notes.complete()) {
            writeNotes(notes, folder); // the day of the first load counts from here on, come what may
            try (LoadProgress sending = TerminalProgress.start("Sending demo data", DemoData.SIZE)) {
                new DemoLoader(running.bootstrapServers(), running.registryUrl())
                        .send(new DemoData(notes.firstLoad()), sending);
            }
            writeNotes(notes.completed(), folder);
        }
        book(running, folder);
    }

    /** Also after a restart: what was sent may not have been booked yet, and figures are incomplete until it is. */
    private static void book(Demo.Running running, DataFolder folder) throws InterruptedException {
        try (Booking booking = new Booking(running.bootstrapServers(), running.applicationId())) {
            long backlog = booking.backlog();
            if (backlog < WORTH_TELLING) {
                return;
            }
            try (LoadProgress booked = TerminalProgress.start("Booking it", backlog)) {
                booking.await(booked, backlog);
            }
        } catch (LoadException stuck) {
            throw new StartupException(stuck.getMessage() + " The log is in " + folder.logs() + ".", stuck);
        }
    }

    private DemoNotes readNotes(DataFolder folder) {
        try {
            return DemoNotes.read(folder.notes(), LocalDate.now(clock));
        } catch (IOException refused) {
            throw FolderTrouble.unusable(folder.root(), refused);
        }
    }

    private static void writeNotes(DemoNotes notes, DataFolder folder) {
        try {
            notes.write(folder.notes());
        } catch (IOException refused) {
            throw FolderTrouble.unusable(folder.root(), refused);
        }
    }

    private static OptionalInt asked(@Nullable Integer port, String option) {
        return port == null ? OptionalInt.empty() : OptionalInt.of(LoopbackPorts.demand(port, option));
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
