package io.tributary.api.streams;

import io.tributary.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an instance that has left its group waits for before it stops to listen: that the others have its part. Until
 * then it is the only one that clients know of and that can pass their requests on.
 */
public final class Handover implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration ONE_CALL = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Admin admin;
    private final String group;
    private final int partitions;

    /**
     * Of a group.
     *
     * @param partitions how many the group shares out
     */
    public Handover(Admin admin, String group, int partitions) {
        this.admin = admin;
        this.group = group;
        this.partitions = partitions;
    }

    /** Waits. Where nobody is left to take over, or it takes too long, it is over too. */
    @Override
    public void close() {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            while (!isDone()) {
                if (System.nanoTime() > deadline) {
                    LOG.warn("the group has not taken over within {} seconds", LIMIT.toSeconds());
                    return;
                }
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException away) {
            LOG.warn("the group cannot be asked whether it has taken over", away);
        }
    }

    private boolean isDone() throws InterruptedException, ExecutionException, TimeoutException {
        ConsumerGroupDescription found = admin.describeConsumerGroups(List.of(group))
                .all()
                .get(ONE_CALL.toMillis(), TimeUnit.MILLISECONDS)
                .get(group);
        if (found == null || found.members().isEmpty()) {
            return true;
        }
        long had = found.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .filter(partition -> partition.topic().equals(Topics.EXPENSES_RAW.name()))
                .count();
        return found.groupState() == GroupState.STABLE && had >= partitions;
    }
}
