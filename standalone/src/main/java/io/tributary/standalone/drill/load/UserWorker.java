package io.tributary.standalone.drill.load;

import io.tributary.api.ingest.KafkaRawLog;
import java.util.Random;

/** Some users' requests, one at a time, until it is stopped. No other worker has the same users. */
final class UserWorker implements Runnable {
    private static final long PAUSE_MILLIS = 10;

    private final int worker;
    private final int workers;
    private final Users users;
    private final Random random;
    private final Tally tally;
    private final Posts posts;
    private final Changes changes;
    private final Rules rules;
    private final LoggedCommands logged;
    private volatile boolean stopped;

    UserWorker(int worker, int workers, Users users, Hands hands, KafkaRawLog log, Random random) {
        this.worker = worker;
        this.workers = workers;
        this.users = users;
        this.random = random;
        this.tally = hands.tally();
        Bodies bodies = new Bodies(hands.oracle().lines());
        this.posts = new Posts(hands, bodies, random, "w" + worker + "-");
        Outcomes outcomes = new Outcomes(hands, bodies, posts);
        this.changes = new Changes(hands, bodies, outcomes, random);
        this.rules = new Rules(hands, outcomes, random);
        this.logged = new LoggedCommands(hands, log, random);
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                act(users.of(worker, workers, random));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        stopped = true;
    }

    private void act(String user) throws InterruptedException {
        int kind = random.nextInt(100);
        if (kind < 55) {
            post(user, kind);
            tally.add("posts");
        } else if (kind < 80) {
            changes.any(user);
        } else if (kind < 86) {
            changes.merchant(user);
        } else if (kind < 90) {
            rules.any(user);
        } else {
            logged.any(user);
        }
    }

    private void post(String user, int kind) throws InterruptedException {
        if (kind < 20) {
            posts.waited(user);
        } else if (kind < 35) {
            posts.read(user);
        } else if (kind < 45) {
            var unused = posts.keyed(user);
        } else if (kind < 50) {
            posts.raced(user);
        } else {
            posts.list(user);
        }
    }
}
