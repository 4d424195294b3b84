package io.tributary.standalone.drill.load;

import io.tributary.standalone.drill.load.Api.Call;
import io.tributary.standalone.drill.oracle.Change;
import io.tributary.standalone.drill.oracle.Content;
import io.tributary.standalone.drill.oracle.Expected;
import io.tributary.standalone.drill.oracle.UserLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Users change transactions of theirs: amounts, moments, texts, voids, categories. */
final class Changes {
    private final Hands hands;
    private final Bodies bodies;
    private final Outcomes outcomes;
    private final Random random;

    Changes(Hands hands, Bodies bodies, Outcomes outcomes, Random random) {
        this.hands = hands;
        this.bodies = bodies;
        this.outcomes = outcomes;
        this.random = random;
    }

    /** Some change of some transaction of the user's, if the log has one. */
    void any(String user) throws InterruptedException {
        run(user, random.nextInt(10) < 7 ? null : "category");
    }

    /** A correction of a merchant, which starts a job. */
    void merchant(String user) throws InterruptedException {
        run(user, "merchant");
    }

    private void run(String user, @Nullable String kind) throws InterruptedException {
        Optional<String> target = hands.targets().any(user, random);
        if (target.isEmpty()) {
            return;
        }
        String id = target.get();
        UserLedger ledger = hands.oracle().user(user);
        Content before = ledger.content(id).orElseThrow();
        Change change = change(ledger, id, before, kind);
        if (change != null) {
            // Facts of the feed are in the log, but the state may still be on its way to them.
            String tag = hands.api()
                    .present("/users/" + user + "/transactions/" + id)
                    .header("ETag");
            Call call = call(user, id, change, after(before, change), tag);
            if (outcomes.change(user, id, change, call)) {
                hands.oracle().change(user, id, change);
            }
            hands.tally().add("changes");
        }
    }

    private @Nullable Change change(UserLedger ledger, String id, Content before, @Nullable String kind) {
        if (kind == null) {
            return field(before);
        }
        Expected shown = ledger.find(id).orElseThrow();
        if (kind.equals("merchant")) {
            // Where a rule goes before it, nothing would show whether the correction is known.
            return ledger.ruleFor(before.line()).isPresent()
                    ? null
                    : new Change.Merchant(before.line(), other(Categories.FOR_MERCHANT, shown.category()));
        }
        return new Change.Category(other(Categories.FOR_ONE, shown.category()));
    }

    private Change field(Content before) {
        return switch (random.nextInt(5)) {
            case 0, 1 -> new Change.Amount(otherMinor(before.minor()), before.currency());
            case 2 ->
                new Change.Moment(hands.contents().day(random), hands.contents().usersSecond(random));
            case 3 -> new Change.Line(hands.contents().otherLine(before.line(), random));
            default -> new Change.Voided(!before.voided());
        };
    }

    private long otherMinor(long minor) {
        long other = hands.contents().usersMinor(random);
        return other == minor ? other + 2 : other;
    }

    private String other(List<String> categories, String than) {
        String category = categories.get(random.nextInt(categories.size()));
        return category.equals(than) ? categories.get((categories.indexOf(than) + 1) % categories.size()) : category;
    }

    private Call call(String user, String id, Change change, Content after, String tag) {
        String path = "/transactions/" + id + (isCategory(change) ? "/category" : "") + "?user=" + user;
        boolean delete = change instanceof Change.Voided voided && voided.voided() && random.nextBoolean();
        String method = delete ? "DELETE" : isCategory(change) ? "POST" : "PATCH";
        Call call = Call.of(method, path, delete ? "" : bodies.change(change, after));
        return random.nextInt(4) == 0 ? new Call(method, path, Map.of("If-Match", tag), call.body()) : call;
    }

    private static boolean isCategory(Change change) {
        return change instanceof Change.Category || change instanceof Change.Merchant;
    }

    private static Content after(Content before, Change change) {
        return change instanceof Change.Moment moment ? before.withMoment(moment.day(), moment.second()) : before;
    }
}
