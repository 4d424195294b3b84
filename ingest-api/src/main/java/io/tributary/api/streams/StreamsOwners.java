package io.tributary.api.streams;

import io.tributary.api.peers.Owners;
import io.tributary.schemas.Topics;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.StreamsMetadata;
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
    public List<URI> elsewhere(int partition) {
        return others(partition, StreamsMetadata::topicPartitions);
    }

    @Override
    public List<URI> copies(int partition) {
        return others(partition, StreamsMetadata::standbyTopicPartitions);
    }

    @Override
    public boolean isInMotion() {
        StreamsRunner started = runner.get();
        if (started == null) {
            return false;
        }
        return started.isClosing()
                ? !urls(started.lastInstances().stream()).isEmpty()
                : started.state().isRunningOrRebalancing();
    }

    private List<URI> others(int partition, Function<StreamsMetadata, Set<TopicPartition>> parts) {
        StreamsRunner started = runner.get();
        if (started == null) {
            return List.of();
        }
        TopicPartition raw = new TopicPartition(Topics.EXPENSES_RAW.name(), partition);
        Optional<Collection<StreamsMetadata>> group = started.instances();
        // Who has left the group is told no more who has what: any of the others may.
        return group.isPresent()
                ? urls(group.get().stream()
                        .filter(instance -> parts.apply(instance).contains(raw)))
                : urls(started.lastInstances().stream());
    }

    private List<URI> urls(Stream<StreamsMetadata> instances) {
        return instances
                .map(StreamsMetadata::hostInfo)
                .map(host -> host.host() + ":" + host.port())
                .filter(host -> !host.equals(self.get()))
                .distinct()
                .map(host -> URI.create("http://" + host))
                .toList();
    }
}
