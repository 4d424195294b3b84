package io.tributary.standalone.drill.load;

import io.tributary.standalone.drill.load.Api.Call;
import io.tributary.standalone.drill.load.Api.Reply;
import io.tributary.standalone.drill.oracle.Change;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out whether a command was carried out: by its answer, by its verdict, or by asking afterwards. */
final class Outcomes {
    private static final String BASE = "/api/v1";

    private final Hands hands;
    private final Bodies bodies;
    private final Posts posts;

    Outcomes(Hands hands, Bodies bodies, Posts posts) {
        this.hands = hands;
        this.bodies = bodies;
        this.posts = posts;
    }

    /** Changes a transaction; true when that is done. */
    boolean change(String user, String id, Change change, Call call) throws InterruptedException {
        String path = "/users/" + user + "/transactions/" + id;
        Predicate<Reply> shown = reply -> reply.status() == 200 && bodies.shows(reply.json(), change);
        return isDone(user, call, path, shown);
    }

    /**
     * Makes a request once.
     *
     * @param path where its effect can be read
     * @param shown whether what is read there shows it
     */
    boolean isDone(String user, Call call, String path, Predicate<Reply> shown) throws InterruptedException {
        Optional<Reply> answer = hands.api().once(call);
        if (answer.isEmpty() || answer.get().status() == 503) {
            hands.tally().add("commands of unknown outcome");
            return asked(user, path, shown);
        }
        Reply reply = answer.get();
        boolean done = isDone(user, call, reply);
        if (done && !shown.test(asked(path, reply.header(Api.POSITION)))) {
            hands.findings()
                    .add("%s %s was answered %d, but a read with its token does not show it"
                            .formatted(call.method(), call.path(), reply.status()));
        }
        return done;
    }

    private boolean isDone(String user, Call call, Reply reply) throws InterruptedException {
        keepJob(user, reply);
        switch (reply.status()) {
            case 200, 201 -> {
                return true;
            }
            case 202 -> {
                hands.tally().add("commands decided later");
                return verdict(reply.header("Location")).equals("DONE");
            }
            case 412 -> {
                if (call.headers().containsKey("If-Match")) {
                    return false;
                }
            }
            default -> {
                // what else there is must not be
            }
        }
        hands.findings()
                .add("%s %s was answered %d %s".formatted(call.method(), call.path(), reply.status(), reply.text()));
        return false;
    }

    /** The verdict at a place that an answer named, which must come. */
    private String verdict(String location) throws InterruptedException {
        String path = location.replace(BASE, "");
        Reply reply = hands.api().decided(path);
        if (reply.status() == 200) {
            hands.answers().command(path, reply.text());
        } else {
            hands.findings()
                    .add("An accepted command has no verdict: %s is answered %d".formatted(path, reply.status()));
        }
        return reply.json().path("status").asText();
    }

    /** A job has the id of its command, whose verdict is kept from now on. */
    private void keepJob(String user, Reply reply) throws InterruptedException {
        String job = reply.header("Tributary-Job");
        if (!job.isEmpty()) {
            hands.tally().add("jobs");
            String path = "/commands/" + job + "?user=" + user + Api.TOKEN + reply.header(Api.POSITION);
            if (!verdict(path).equals("DONE")) {
                hands.findings().add("A command that was answered as done is not: " + path);
            }
        }
    }

    /** Whatever was under way is decided before a write that comes after it: its token shows which. */
    private boolean asked(String user, String path, Predicate<Reply> shown) throws InterruptedException {
        String token = posts.keyed(user).header(Api.POSITION);
        return shown.test(asked(path, token));
    }

    private Reply asked(String path, String token) throws InterruptedException {
        Call call = Call.get(path);
        return hands.api().settled(token.isEmpty() ? call : call.with(Api.POSITION, token));
    }
}
