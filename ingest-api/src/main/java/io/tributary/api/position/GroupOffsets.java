package io.tributary.api.position;

import io.tributary.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far the group as a whole has committed; under exactly-once a restored state has seen exactly that. */
@FunctionalInterface
public interface GroupOffsets {

    /** The offset of the last record of a partition whose effects are committed; empty where that cannot be told. */
    OptionalLong committed(int partition);

    /** Asks the broker, which has to answer within {@code patience}. */
    static GroupOffsets of(Admin admin, String group, Duration patience) {
        return partition -> {
            TopicPartition raw = new TopicPartition(Topics.EXPENSES_RAW.name(), partition);
            ListConsumerGroupOffsetsSpec spec = new ListConsumerGroupOffsetsSpec().topicPartitions(List.of(raw));
            try {
                OffsetAndMetadata next = admin.listConsumerGroupOffsets(Map.of(group, spec))
                        .partitionsToOffsetAndMetadata(group)
                        .get(patience.toMillis(), TimeUnit.MILLISECONDS)
                        .get(raw);
                return next == null ? OptionalLong.empty() : OptionalLong.of(next.offset() - 1);
            } catch (ExecutionException | TimeoutException away) {
                return OptionalLong.empty();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return OptionalLong.empty();
            }
        };
    }
}
