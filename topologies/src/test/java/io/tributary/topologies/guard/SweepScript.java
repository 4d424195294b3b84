package io.tributary.topologies.guard;

import io.tributary.avro.Bucket;
import io.tributary.avro.Tick;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import io.tributary.topologies.insight.InsightTopology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A log with some of everything. */
final class SweepScript {

    private static final String POISON_FOR_INSIGHT = "t5";

    private SweepScript() {}

    /** What is done next. */
    sealed interface Step {}

    /** A record is appended. */
    record Append(SpecificRecord record) implements Step {}

    /** Bytes that nobody can read are appended. */
    record Poison() implements Step {}

    /** Jobs and rebuilds do a step each. */
    record Beat() implements Step {}

    /** The call that throws in every run: a feature is being rebuilt while the rest of the script goes on. */
    static boolean isPoison(String place, String call, @Nullable Object value) {
        return place.equals(InsightTopology.FEATURE.node())
                && call.equals(Faults.AFTER)
                && String.valueOf(value).startsWith("OfEntry")
                && String.valueOf(value).contains("\"transaction_id\": \"" + POISON_FOR_INSIGHT + '"');
    }

    static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            steps.add(new Append(fact("a", i).build()));
        }
        steps.add(new Poison());
        steps.add(new Append(fact("b", 1).description("Fee").build()));
        steps.add(new Append(fact("a", 2).sourceVersion(2).minor(90_000).build()));
        steps.add(new Beat());
        steps.add(new Append(command("a", "c1").on("t1").amendAmount(333, "GBP")));
        steps.add(new Append(fact("a", 3).sourceVersion(2).voided().build()));
        steps.add(new Append(command("a", "c2").on("t0").categoriseMerchant("BANK_FEES_ATM_FEES")));
        steps.add(new Beat());
        steps.add(new Append(fact("a", 9).build()));
        steps.add(new Append(command("a", "c3").on("nowhere").voiding()));
        steps.add(new Beat());
        steps.add(new Append(new Tick("test")));
        steps.add(new Append(command("b", "c4").putRule("r1", "fee", "TRAVEL_FLIGHTS")));
        steps.add(new Append(command("a", "c5").putBucket("FOOD_AND_DRINK_GROCERIES", Bucket.WANT)));
        steps.add(new Beat());
        steps.add(new Append(command("a", "c6").on("t4").voiding()));
        steps.add(new Append(fact("b", 2).build()));
        steps.add(new Beat());
        return steps;
    }

    private static TestTransactions fact(String user, int number) {
        return TestTransactions.transaction()
                .user(user)
                .id("t" + number)
                .sourceVersion(1)
                .description(number % 3 == 2 ? "Tesco" : "Cafe")
                .minor(500)
                .at(Instant.parse("2026-06-14T00:00:00Z").plusSeconds(number * 120L));
    }

    private static TestCommands command(String user, String id) {
        return TestCommands.command().user(user).id(id);
    }
}
