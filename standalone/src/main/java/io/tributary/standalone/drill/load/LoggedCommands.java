package io.tributary.standalone.drill.load;

import io.tributary.api.ingest.KafkaRawLog;
import io.tributary.avro.AmendTransaction;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.CorrectionScope;
import io.tributary.avro.Money;
import io.tributary.avro.UserCommand;
import io.tributary.avro.VoidTransaction;
import io.tributary.standalone.drill.load.Api.Reply;
import io.tributary.standalone.drill.oracle.Change;
import io.tributary.standalone.drill.oracle.Content;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;

/**
 * Commands straight into the log, as a trusted service writes them: under ids of its own, which it sends again, the same,
 * until the log has them, and now and then once more. Their verdicts are kept.
 */
final class LoggedCommands {
    private static final long NEVER = 1_000_000_000L;
    private static final long PAUSE_MILLIS = 100;

    private final Hands hands;
    private final KafkaRawLog log;
    private final Random random;

    LoggedCommands(Hands hands, KafkaRawLog log, Random random) {
        this.hands = hands;
        this.log = log;
        this.random = random;
    }

    void any(String user) throws InterruptedException {
        Optional<String> target = hands.targets().any(user, random);
        if (target.isEmpty()) {
            return;
        }
        String id = target.get();
        switch (random.nextInt(5)) {
            case 0 -> decide(user, new VoidTransaction("nobody-" + id, null, true), "NOT_FOUND");
            case 1 -> decide(user, new VoidTransaction(id, NEVER, true), "STALE_VERSION");
            default -> {
                Content before = hands.oracle().user(user).content(id).orElseThrow();
                Change change = change(before);
                decide(user, body(id, change), "DONE");
                hands.oracle().change(user, id, change);
            }
        }
    }

    private Change change(Content before) {
        return switch (random.nextInt(3)) {
            case 0 -> new Change.Amount(hands.contents().usersMinor(random), before.currency());
            case 1 -> new Change.Voided(!before.voided());
            default -> new Change.Category(Categories.FOR_ONE.get(random.nextInt(Categories.FOR_ONE.size())));
        };
    }

    private static Object body(String id, Change change) {
        if (change instanceof Change.Amount amount) {
            Money money = new Money(amount.minor(), amount.currency());
            return new AmendTransaction(id, null, money, null, null, null, null, null, null);
        }
        if (change instanceof Change.Voided voided) {
            return new VoidTransaction(id, null, voided.voided());
        }
        String category = ((Change.Category) change).category();
        return new CategoriseTransaction(id, null, category, CorrectionScope.THIS, null);
    }

    private void decide(String user, Object body, String outcome) throws InterruptedException {
        String commandId = new UUID(random.nextLong(), random.nextLong()).toString();
        UserCommand command = new UserCommand(commandId, user, body);
        append(command);
        if (random.nextInt(5) == 0) {
            append(command);
        }
        String path = "/commands/" + commandId + "?user=" + user;
        Reply verdict = hands.api().decided(path);
        if (!verdict.json().path("status").asText().equals(outcome)) {
            hands.findings()
                    .add("Command %s must be %s, but the answer is %d %s"
                            .formatted(path, outcome, verdict.status(), verdict.text()));
        }
        hands.answers().command(path, verdict.text());
        hands.tally().add("commands in the log");
    }

    private void append(UserCommand command) throws InterruptedException {
        while (true) {
            try {
                log.append(command).get();
                return;
            } catch (ExecutionException notNow) {
                hands.tally().add("commands sent again");
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
