package io.tributary.standalone.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tributary.standalone.DataFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tributary drill}: kills the application again and again and proves that nothing is lost or doubled. */
@Command(
        name = "drill",
        description = "Kills the application (kill -9) at random moments under load, half of the times together with "
                + "its broker, and compares what it then serves with an oracle that knows only requests and answers.",
        footer = {
            "",
            "Everything is started by the drill itself, on free ports and in a folder of its own.",
            "Exit code 1 when anything was lost or doubled, an answer flipped, or the drill could not go on."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
public final class DrillCommand implements Callable<Integer> {
    private static final int MOST_KILLS = 1_000;
    private static final int MOST_RATE = 50_000;
    private static final int MOST_SECONDS = 600;
    private static final int MOST_USERS = 100_000;
    private static final int MOST_SEED = 1_000_000;

    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "10",
            description = "Kills of the application while the broker lives (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--broker-kills",
            paramLabel = "N",
            description = "Kills of application and broker together (default: as many as --kills).")
    private @Nullable Integer brokerKills;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Facts a second straight into the log, beside what users do (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "400",
            description = "How many users there are (default: ${DEFAULT-VALUE}).")
    private int users;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "Longest time from when users are served again to the next kill (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Gives the same drill again (default: another each time).")
    private @Nullable Long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the report there, too.")
    private @Nullable Path json;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where everything is kept; emptied first (default: a temporary folder).")
    private @Nullable Path dataDir;

    /** Takes the day, and a seed where none is given, from {@code clock}. */
    public DrillCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        DrillPlan plan = plan();
        Configurator.setAllLevels("", Level.OFF); // the clients of a killed broker have much to say
        Path where = dataDir == null ? Files.createTempDirectory("tributary-drill") : dataDir;
        try (DataFolder folder = DataFolder.open(where)) {
            folder.wipe();
            DrillReport report = new Drill(plan, folder, clock, this::say).run();
            if (json != null) {
                mapper().writerWithDefaultPrettyPrinter().writeValue(json.toFile(), report);
            }
            if (report.findingCount() > 0) {
                say("Logs and data are in " + folder.root() + ".");
                return 1;
            }
            folder.wipe();
            return 0;
        }
    }

    private DrillPlan plan() {
        int both = brokerKills == null ? kills : brokerKills;
        demand(kills >= 0 && both >= 0 && kills + both <= MOST_KILLS, "--kills and --broker-kills: 0 to 1,000 in all.");
        demand(rate >= 1 && rate <= MOST_RATE, "--rate must be 1 to 50,000.");
        demand(users >= 1 && users <= MOST_USERS, "--users must be 1 to 100,000.");
        demand(seconds >= 1 && seconds <= MOST_SECONDS, "--seconds must be 1 to 600.");
        long chosen = seed == null ? clock.millis() % MOST_SEED : seed;
        return new DrillPlan(chosen, kills, both, rate, users, seconds);
    }

    private void demand(boolean kept, String rule) {
        if (!kept) {
            throw new ParameterException(spec.commandLine(), rule);
        }
    }

    private static ObjectMapper mapper() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    private void say(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(text);
        out.flush();
    }
}
