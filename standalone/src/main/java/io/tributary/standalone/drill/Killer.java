package io.tributary.standalone.drill;

import io.tributary.standalone.drill.load.Answers;
import io.tributary.standalone.drill.load.Api;
import io.tributary.standalone.drill.load.Api.Call;
import io.tributary.standalone.drill.stage.Installation;
import io.tributary.standalone.drill.stage.OpenTransactions;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;

/** Kills, looks at what was left behind, starts again, and waits until there are answers. */
final class Killer implements AutoCloseable {
    private static final String QUESTION = "/users/drill-00001/summary?days=30";
    /** Every so many kills come at any moment; the others wait for an open transaction, which is the hard case. */
    private static final int AT_ANY_MOMENT = 4;

    private static final int SAMPLE = 100;

    private final Installation installation;
    private final Api api;
    private final Answers answers;
    private final Admin admin;
    private final OpenTransactions transactions;
    private final Random random;
    private final long begin = System.nanoTime();

    Killer(Installation installation, Api api, Answers answers, Random random) {
        this.installation = installation;
        this.api = api;
        this.answers = answers;
        this.random = random;
        this.admin = Admin.create(
                Map.of("bootstrap.servers", installation.bootstrapServers(), "reconnect.backoff.max.ms", "200"));
        this.transactions = new OpenTransactions(admin);
    }

    /** Kills and waits until it is over. */
    DrillReport.Kill kill(int number, boolean broker) throws InterruptedException {
        String what = "application " + installation.applicationPid()
                + (broker ? " and broker " + installation.brokerPid() : "");
        Set<String> settled = transactions.aborted();
        if (number % AT_ANY_MOMENT != 0) {
            transactions.awaitOpen();
        }
        long killed = System.nanoTime();
        if (broker) {
            installation.killBoth();
            installation.startBroker();
        } else {
            installation.killApplication();
        }
        Map<String, Integer> open = new TreeMap<>();
        transactions.leftBehind(settled, broker).forEach((state, count) -> open.put(state.toString(), count));
        installation.startApplication();
        var unused = api.settled(Call.get(QUESTION));
        double answersAfter = seconds(killed);
        Answers.Asked asked = answers.ask(api, SAMPLE, random);
        return new DrillReport.Kill(number, seconds(begin) - seconds(killed), what, open, answersAfter, asked);
    }

    @Override
    public void close() {
        admin.close();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
