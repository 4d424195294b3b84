package io.tributary.topologies.ledger;

import io.tributary.avro.Bucket;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.CorrectionScope;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.UserCommand;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.specific.SpecificRecord;

/** Random logs of one user: facts and commands that meet on few transactions. */
final class ScriptedLogs {

    static final String USER = "u1";

    private ScriptedLogs() {}

    /** Commands stay in their own order, and each comes after the first fact of the transaction it is about. */
    static List<SpecificRecord> interleaved(List<RawTransaction> facts, List<Command> commands, Random random) {
        List<SpecificRecord> log = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Command> left = new ArrayList<>(commands);
        for (RawTransaction fact : facts) {
            log.add(fact);
            seen.add(fact.getId());
            while (!left.isEmpty() && seen.contains(left.get(0).about()) && random.nextBoolean()) {
                log.add(left.remove(0).record());
            }
        }
        left.stream().filter(command -> seen.contains(command.about())).forEach(command -> log.add(command.record()));
        return log;
    }

    /**
     * A command.
     *
     * @param about the transaction it is about
     * @param record what is appended
     */
    record Command(String about, UserCommand record) {}

    /** Facts with versions, of few transactions, so that many meet. */
    static Arbitrary<List<RawTransaction>> facts() {
        Arbitrary<String> ids = Arbitraries.of("t1", "t2", "t3", "t4", "t5");
        Arbitrary<String> texts = Arbitraries.of("Tesco 1", "Tesco 2", "Cafe A", "Rent", "Fee", "Salary", "Zzz");
        Arbitrary<Integer> amounts = Arbitraries.of(100, 450, 999, 12_345, 900_000);
        Arbitrary<Integer> days = Arbitraries.integers().between(-40, 0);
        Arbitrary<Integer> versions = Arbitraries.integers().between(1, 4);
        Arbitrary<Boolean> rarely = Arbitraries.of(false, false, false, true);
        return Combinators.combine(ids, texts, amounts, days, versions, rarely, rarely)
                .as((id, text, minor, day, version, voided, inflow) -> {
                    TestTransactions fact = TestTransactions.transaction()
                            .user(USER)
                            .id(id)
                            .description(text)
                            .minor(minor)
                            .sourceVersion(version);
                    fact = day % 3 == 0
                            ? fact.on(LocalDate.of(2026, 6, 15).plusDays(day))
                            : fact.at(TestTransactions.NOON.plusSeconds(day * 40_000L));
                    // Beside an id, a key must not matter: clients send a fresh one with every request.
                    fact = minor % 2 == 0
                            ? fact.idempotencyKey(id + version + minor).id(id)
                            : fact;
                    fact = voided ? fact.voided() : fact;
                    return (inflow ? fact.inflow() : fact).build();
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    /** Commands on some of them. */
    static Arbitrary<List<Command>> commands() {
        Arbitrary<String> ids = Arbitraries.of("t1", "t2", "t3");
        return Combinators.combine(ids, Arbitraries.integers().between(0, 9))
                .as(CommandSketch::new)
                .list()
                .ofMaxSize(6)
                .map(ScriptedLogs::commands);
    }

    private record CommandSketch(String about, int kind) {}

    private static List<Command> commands(List<CommandSketch> sketches) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < sketches.size(); i++) {
            CommandSketch sketch = sketches.get(i);
            TestCommands command = TestCommands.command().user(USER).id("c" + i).on(sketch.about());
            commands.add(new Command(sketch.about(), record(command, sketch)));
        }
        return commands;
    }

    private static UserCommand record(TestCommands command, CommandSketch sketch) {
        return switch (sketch.kind()) {
            case 0 -> command.amendAmount(777, "GBP");
            case 1 -> command.amendDescription("Cafe B");
            case 2 -> command.voiding();
            case 3 -> command.restoring();
            case 4 -> command.categorise("TRAVEL_FLIGHTS");
            case 5 ->
                command.with(new CategoriseTransaction(
                        sketch.about(), null, "ENTERTAINMENT_VIDEO_GAMES", CorrectionScope.MERCHANT, "tesco"));
            case 6 -> command.putRule("r1", "cafe", "TRANSPORTATION_GAS");
            case 7 -> command.deleteRule("r1");
            case 8 -> command.putProfile("Pacific/Auckland", null);
            default -> command.putBucket("FOOD_AND_DRINK_GROCERIES", Bucket.WANT);
        };
    }
}
