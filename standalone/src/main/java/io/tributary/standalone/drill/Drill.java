package io.tributary.standalone.drill;

import io.tributary.standalone.DataFolder;
import io.tributary.standalone.StartupException;
import io.tributary.standalone.demo.Booking;
import io.tributary.standalone.demo.LoadException;
import io.tributary.standalone.demo.LoadProgress;
import io.tributary.standalone.drill.check.PublishedLedger;
import io.tributary.standalone.drill.check.ServedLedger;
import io.tributary.standalone.drill.load.Answers;
import io.tributary.standalone.drill.load.Api;
import io.tributary.standalone.drill.load.Api.Call;
import io.tributary.standalone.drill.load.Categories;
import io.tributary.standalone.drill.load.Load;
import io.tributary.standalone.drill.oracle.Findings;
import io.tributary.standalone.drill.oracle.Oracle;
import io.tributary.standalone.drill.stage.Installation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The course of a drill: start, load, kill and recover as often as planned, stop the load, compare everything. */
public final class Drill {
    private static final String READY = "/users/drill-00001/summary?days=30";
    private static final long LEAST_PAUSE_MILLIS = 500;
    private static final long LEAST_REQUESTS = 40;
    private static final int MOST_ASKED = 3_000;

    private final DrillPlan plan;
    private final DataFolder folder;
    private final LocalDate today;
    private final Consumer<String> out;
    private final Random random;
    private final Findings findings = new Findings();

    /**
     * A drill on a folder of its own.
     *
     * @param clock says which day it is
     * @param out takes every line for the person who watches
     */
    public Drill(DrillPlan plan, DataFolder folder, Clock clock, Consumer<String> out) {
        this.plan = plan;
        this.folder = folder;
        this.today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        this.out = out;
        this.random = new Random(plan.seed());
    }

    /**
     * Does all of it.
     *
     * @throws StartupException when it cannot go on
     */
    public DrillReport run() throws InterruptedException {
        out.accept(DrillText.plan(plan));
        try (Installation installation = Installation.start(folder)) {
            Api api = new Api(installation.api());
            var unused = api.settled(Call.get(READY));
            Oracle oracle = Categories.ask(api);
            DrillReport report = run(installation, api, oracle);
            out.accept(DrillText.end(report));
            return report;
        } catch (StartupException stuck) {
            findings.sentences().forEach(out);
            throw stuck;
        }
    }

    private DrillReport run(Installation installation, Api api, Oracle oracle) throws InterruptedException {
        Load.Shape shape = new Load.Shape(plan.seed(), plan.users(), plan.rate(), today);
        Load.Goal goal = new Load.Goal(installation.bootstrapServers(), installation.registryUrl(), api);
        try (Load load = new Load(shape, goal, oracle, findings)) {
            load.start();
            List<DrillReport.Kill> kills = kill(installation, api, load);
            load.finish();
            Map<String, Long> compared = compare(installation, api, oracle, load.answers());
            return new DrillReport(
                    plan,
                    load.seconds(),
                    kills,
                    load.facts(),
                    load.counts(),
                    compared,
                    findings.count(),
                    findings.sentences());
        }
    }

    private List<DrillReport.Kill> kill(Installation installation, Api api, Load load) throws InterruptedException {
        List<Boolean> order = new ArrayList<>(Collections.nCopies(plan.kills(), false));
        order.addAll(Collections.nCopies(plan.brokerKills(), true));
        Collections.shuffle(order, random);
        List<DrillReport.Kill> kills = new ArrayList<>();
        out.accept(DrillText.head());
        try (Killer killer = new Killer(installation, api, load.answers(), random)) {
            for (boolean broker : order) {
                load.awaitRequests(LEAST_REQUESTS);
                Thread.sleep(
                        random.nextLong(LEAST_PAUSE_MILLIS, Math.max(LEAST_PAUSE_MILLIS + 1, plan.seconds() * 1_000L)));
                if (!installation.isAlive()) {
                    findings.add("A process of the drill ended that nobody killed; its log is in " + folder.logs());
                }
                DrillReport.Kill kill = killer.kill(kills.size() + 1, broker);
                kills.add(kill);
                out.accept(DrillText.row(kill));
            }
        }
        return kills;
    }

    private Map<String, Long> compare(Installation installation, Api api, Oracle oracle, Answers answers)
            throws InterruptedException {
        out.accept("Comparing with the oracle …");
        awaitBooking(installation);
        Map<String, Long> compared = new TreeMap<>();
        ServedLedger served = new ServedLedger(api, oracle, findings, today);
        long transactions = 0;
        for (String user : oracle.users()) {
            transactions += served.check(user);
        }
        compared.put("users", (long) oracle.users().size());
        compared.put("transactions served", transactions);
        Answers.Asked asked = answers.ask(api, MOST_ASKED, random);
        compared.put("verdicts asked again", (long) asked.verdicts());
        compared.put("keys posted again", (long) asked.keys());
        compared.put("reads with a token", (long) asked.tokens());
        PublishedLedger published =
                new PublishedLedger(installation.bootstrapServers(), installation.registryUrl(), oracle, findings);
        compared.put("transactions published", (long) published.checkTransactions());
        compared.put("month rows published", (long) published.checkMonths());
        compared.put("insights published", (long) published.checkInsights());
        published.checkDeadLetters();
        return compared;
    }

    /** Only what is committed can be compared; jobs may still be running after it. */
    private static void awaitBooking(Installation installation) throws InterruptedException {
        try (Booking booking = new Booking(installation.bootstrapServers(), Installation.APPLICATION_ID)) {
            booking.await(new Silent(), booking.backlog());
        } catch (LoadException stuck) {
            throw new StartupException("The backlog is not worked off: " + stuck.getMessage(), stuck);
        }
    }

    private static final class Silent implements LoadProgress {
        @Override
        public void reached(long done) {
            // the drill has said that it compares
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
