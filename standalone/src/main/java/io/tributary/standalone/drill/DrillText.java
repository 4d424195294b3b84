package io.tributary.standalone.drill;

import io.tributary.standalone.drill.load.Answers;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentences and the table a person reads. */
final class DrillText {
    private static final String ROW = "%3s  %7s  %-38s  %-24s  %7s  %s";
    private static final int MOST_FINDINGS = 40;

    private DrillText() {}

    static String plan(DrillPlan plan) {
        return format(
                "Drill with --seed %d: %d kills of the application, %d of application and broker; %,d facts/s, %,d users.",
                plan.seed(), plan.kills(), plan.brokerKills(), plan.rate(), plan.users());
    }

    static String head() {
        return format(ROW, "#", "at", "kill -9", "open transactions", "answers", "asked again, same answer");
    }

    static String row(DrillReport.Kill kill) {
        Answers.Asked asked = kill.asked();
        return format(
                ROW,
                kill.number(),
                format("%.1f s", kill.atSeconds()),
                kill.what(),
                open(kill.openTransactions()),
                format("%.1f s", kill.answersAfterSeconds()),
                format("%d verdicts, %d keys, %d tokens", asked.verdicts(), asked.keys(), asked.tokens()));
    }

    static String end(DrillReport report) {
        StringBuilder text = new StringBuilder();
        text.append(format(
                "Feed: %,d facts in %.0f s, %,.0f/s. Users: %s.%n",
                report.facts(), report.loadSeconds(), report.factsPerSecond(), counts(report.requests())));
        text.append(format("Compared: %s.%n", counts(report.compared())));
        text.append(format(
                "%d of %d kills left a transaction open.%n",
                report.leftOpen(), report.kills().size()));
        if (report.findingCount() == 0) {
            return text.append("Nothing lost, nothing doubled, no answer flipped.")
                    .toString();
        }
        text.append(format("%,d findings:%n", report.findingCount()));
        report.findings().stream()
                .limit(MOST_FINDINGS)
                .forEach(finding -> text.append("- ").append(finding).append('\n'));
        return text.toString().stripTrailing();
    }

    private static String open(Map<String, Integer> states) {
        return states.isEmpty()
                ? "none"
                : states.entrySet().stream()
                        .map(state -> state.getValue() + " " + state.getKey())
                        .collect(Collectors.joining(", "));
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> format("%,d %s", count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
