package io.tributary.api.streams;

import io.tributary.topologies.state.StateProblem;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the pipeline. A thread that fails on a store or on Kafka is replaced: exactly-once has rolled its work back, and
 * the record is read again. What cannot get better by trying again ends the instance, with its cause.
 */
public final class StreamsRunner implements StoreReader, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    private final KafkaStreams streams;
    private final CompletableFuture<Throwable> failed = new CompletableFuture<>();
    private volatile KafkaStreams.State state = KafkaStreams.State.CREATED;
    private volatile boolean hasRun;
    private volatile boolean isClosing;
    private volatile Collection<StreamsMetadata> lastInstances = List.of();

    /** Not started yet. */
    public StreamsRunner(Topology topology, Properties props) {
        this.streams = new KafkaStreams(topology, props);
        streams.setUncaughtExceptionHandler(this::onFailure);
        streams.setStateListener((next, before) -> {
            state = next;
            hasRun = hasRun || next == KafkaStreams.State.RUNNING;
        });
    }

    /** Starts; state and answers follow once the group has given this instance its partitions. */
    public void start() {
        streams.start();
    }

    /** What the streams are doing. */
    public KafkaStreams.State state() {
        return state;
    }

    /**
     * Whether it works, or has worked and its group is just sharing out the work anew. Then it knows the others, has its
     * part or a copy of it, and can answer in one way or another.
     */
    public boolean isReady() {
        return hasRun && state.isRunningOrRebalancing();
    }

    /** Whether it is being closed, or is closed. */
    boolean isClosing() {
        return isClosing;
    }

    /** All instances of the group and what they have; empty while this one is no member of it. */
    Optional<Collection<StreamsMetadata>> instances() {
        try {
            return state.isRunningOrRebalancing()
                    ? Optional.of(streams.metadataForAllStreamsClients())
                    : Optional.empty();
        } catch (IllegalStateException closing) {
            // It has begun to close since the state was looked at.
            return Optional.empty();
        }
    }

    /** The instances there were when this one left. */
    Collection<StreamsMetadata> lastInstances() {
        return lastInstances;
    }

    /** Why the instance can do no more; empty while it can. */
    public Optional<Throwable> failure() {
        return failed.isDone() ? Optional.of(failed.join()) : Optional.empty();
    }

    /** Completes with the cause when the instance can do no more. */
    public CompletableFuture<Throwable> whenFailed() {
        return failed.copy();
    }

    /** Whether they work, all threads of them. */
    public boolean isRunning() {
        return state == KafkaStreams.State.RUNNING;
    }

    /** What whoever runs it should know and do, where the state itself was found not to fit; empty for anything else. */
    public static Optional<String> sentence(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof StateProblem)) {
            cause = cause.getCause();
        }
        return Optional.ofNullable(cause).map(Throwable::getMessage);
    }

    /** The streams, for metadata and measurements. Never for {@code query}: it deadlocks beside writes in 4.3.1. */
    public KafkaStreams streams() {
        return streams;
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> open(String store, int partition) {
        return store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .withPartition(partition));
    }

    /** The store's rows of one partition as a copy here has them, which may be old. */
    public ReadOnlyKeyValueStore<Bytes, byte[]> openCopy(String store, int partition) {
        return store(StoreQueryParameters.fromNameAndType(store, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                .withPartition(partition)
                .enableStaleStores());
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> store(
            StoreQueryParameters<ReadOnlyKeyValueStore<Bytes, byte[]>> query) {
        try {
            return streams.store(query);
        } catch (IllegalStateException notRunning) {
            // Streams that are closing or have failed say so by this one alone, outside their own family.
            throw new InvalidStateStoreException("the streams are " + streams.state(), notRunning);
        }
    }

    @Override
    public void close() {
        lastInstances = instances().orElse(List.of());
        isClosing = true;
        // A member that only goes silent would keep its partitions from the next start for the session timeout.
        boolean closed =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE));
        if (!closed) {
            LOG.warn("the streams did not close within {} seconds", CLOSE.toSeconds());
        }
    }

    private StreamThreadExceptionResponse onFailure(Throwable cause) {
        if (cause instanceof Error
                || cause instanceof MissingSourceTopicException
                || sentence(cause).isPresent()) {
            LOG.error("the streams cannot go on", cause);
            failed.complete(cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.error("a stream thread failed and is replaced", cause);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
