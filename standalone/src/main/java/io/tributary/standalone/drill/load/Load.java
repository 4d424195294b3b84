package io.tributary.standalone.drill.load;

import io.tributary.api.ingest.KafkaRawLog;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SerdeConfig;
import io.tributary.standalone.StartupException;
import io.tributary.standalone.drill.oracle.Findings;
import io.tributary.standalone.drill.oracle.Oracle;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** All of a drill's load: one feed and a few workers, from {@link #start} until {@link #finish}. */
public final class Load implements AutoCloseable {
    private static final int WORKERS = 4;
    private static final long CLOSE_SECONDS = 5;
    private static final long POLL_MILLIS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final FactStream feed;
    private final List<UserWorker> workers = new ArrayList<>();
    private final KafkaRawLog log;
    private final Answers answers;
    private final Tally tally = new Tally();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<CompletableFuture<Void>> running = new ArrayList<>();

    /**
     * How much and of what.
     *
     * @param seed gives the same requests again, though not at the same moments
     * @param users how many
     * @param rate facts of the feed a second
     * @param today the last day of transactions
     */
    public record Shape(long seed, int users, int rate, LocalDate today) {}

    /** Where it goes. */
    public record Goal(String bootstrapServers, String registryUrl, Api api) {}

    /** A load that tells {@code oracle} what is answered. */
    public Load(Shape shape, Goal goal, Oracle oracle, Findings findings) {
        Users users = new Users(shape.users());
        Contents contents = new Contents(oracle.lines(), shape.today());
        Targets targets = new Targets();
        this.answers = new Answers(findings);
        Map<String, String> registry = Map.of("schema.registry.url", goal.registryUrl());
        this.log = new KafkaRawLog(
                Map.of("bootstrap.servers", goal.bootstrapServers()),
                SchemaRegistry.connect(registry),
                SerdeConfig.from(registry).schemaUse(),
                "drill-commands");
        this.feed = new FactStream(
                goal.bootstrapServers(),
                goal.registryUrl(),
                new FactSource(shape.seed(), users, contents),
                targets,
                oracle,
                shape.rate());
        Hands hands = new Hands(goal.api(), oracle, contents, targets, answers, findings, tally);
        for (int i = 0; i < WORKERS; i++) {
            workers.add(new UserWorker(i, WORKERS, users, hands, log, new Random(shape.seed() + 1 + i)));
        }
    }

    /** Begins. */
    public void start() {
        running.add(CompletableFuture.runAsync(feed, threads));
        workers.forEach(worker -> running.add(CompletableFuture.runAsync(worker, threads)));
    }

    /**
     * Returns at once while all goes on.
     *
     * @throws StartupException when a part of the load could not
     */
    public void check() {
        running.stream().filter(CompletableFuture::isDone).forEach(Load::join);
    }

    /** Stops making requests; returns when the outcome of each is known. */
    public void finish() {
        feed.stop();
        workers.forEach(UserWorker::stop);
        running.forEach(Load::join);
    }

    /** What must be answered the same for ever. */
    public Answers answers() {
        return answers;
    }

    /** Facts of the feed that the broker has confirmed. */
    public long facts() {
        return feed.confirmed();
    }

    /** How long facts were made for the feed. */
    public double seconds() {
        return feed.seconds();
    }

    /**
     * Returns when so many more requests of users have come to their end: after a kill the backlog of the feed goes first.
     *
     * @throws StartupException when a part of the load could not go on, or that takes minutes
     */
    public void awaitRequests(long more) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long wanted = requests() + more;
        while (requests() < wanted) {
            check();
            if (System.nanoTime() > deadline) {
                throw new StartupException("The users of the drill get no answers.");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private long requests() {
        return tally.counts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Counts of what users did. */
    public SortedMap<String, Long> counts() {
        return tally.counts();
    }

    @Override
    public void close() {
        feed.stop();
        workers.forEach(UserWorker::stop);
        threads.shutdownNow();
        try {
            var unused = threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        log.close();
    }

    private static void join(CompletableFuture<Void> part) {
        try {
            part.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof StartupException reason) {
                throw reason;
            }
            throw failed;
        }
    }
}
