package io.tributary.api.streams;

import io.tributary.api.peers.Owners;
import io.tributary.schemas.Topics;
import java.net.URI;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;

/** Knows from the group's own metadata which instance has a partition. */
public final class StreamsOwners implements Owners {

    private final IntPredicate here;
    private final Supplier<@Nullable StreamsRunner> runner;
    private final Supplier<String> self;

    /**
     * Asks the streams.
     *
     * @param here the partitions that are ready in this process
     * @param runner the streams, once they are started
     * @param self host:port of this instance
     */
    public StreamsOwners(IntPredicate here, Supplier<@Nullable StreamsRunner> runner, Supplier<String> self) {
        this.here = here;
        this.runner = runner;
        this.self = self;
    }

    @Override
    public boolean isHere(int partition) {
        return here.test(partition);
    }

    @Override
    public Optional<URI> elsewhere(int partition) {
        StreamsRunner started = runner.get();
        if (started == null || !started.state().isRunningOrRebalancing()) {
            return Optional.empty();
        }
        TopicPartition raw = new TopicPartition(Topics.EXPENSES_RAW.name(), partition);
        return started.streams().metadataForAllStreamsClients().stream()
                .filter(instance -> instance.topicPartitions().contains(raw))
                .map(StreamsMetadata::hostInfo)
                .map(StreamsOwners::text)
                .filter(host -> !host.equals(self.get()))
                .map(host -> URI.create("http://" + host))
                .findFirst();
    }

    private static String text(HostInfo host) {
        return host.host() + ":" + host.port();
    }
}
