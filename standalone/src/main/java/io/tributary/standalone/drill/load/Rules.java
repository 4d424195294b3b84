package io.tributary.standalone.drill.load;

import io.tributary.standalone.drill.load.Api.Call;
import io.tributary.standalone.drill.oracle.StatementLine;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Users write a rule for a merchant, and take it away again. */
final class Rules {
    private final Hands hands;
    private final Outcomes outcomes;
    private final Random random;

    Rules(Hands hands, Outcomes outcomes, Random random) {
        this.hands = hands;
        this.outcomes = outcomes;
        this.random = random;
    }

    void any(String user) throws InterruptedException {
        int line = random.nextInt(hands.oracle().lines().size());
        Optional<String> known = hands.oracle().user(user).ruleFor(line);
        String path = "/users/" + user + "/rules/line-" + line;
        if (known.isPresent() && random.nextBoolean()) {
            boolean gone = outcomes.isDone(user, Call.of("DELETE", path, ""), path, reply -> reply.status() == 404);
            note(user, line, gone, null);
            return;
        }
        StatementLine statement = hands.oracle().lines().get(line);
        String category = Categories.FOR_RULE.get(
                (Categories.FOR_RULE.indexOf(known.orElse("")) + 1) % Categories.FOR_RULE.size());
        String body = "{\"merchant\":\"%s\",\"category\":\"%s\"}".formatted(statement.merchantKey(), category);
        boolean set = outcomes.isDone(user, Call.of("PUT", path, body), path, reply -> reply.json()
                .path("category")
                .asText()
                .equals(category));
        note(user, line, set, category);
    }

    private void note(String user, int line, boolean done, @Nullable String category) {
        hands.tally().add("rules");
        if (done) {
            hands.oracle().rule(user, line, category);
        }
    }
}
