package io.tributary.api.cli;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.ServerConfig.TopicCreation;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.streams.TopicSetup;
import io.tributary.schemas.Topic;
import io.tributary.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of a cluster beside what they should be. */
final class TopicTable {

    private final Admin admin;
    private final TopicCreation creation;

    private TopicTable(Admin admin, TopicCreation creation) {
        this.admin = admin;
        this.creation = creation;
    }

    /**
     * Creates what is missing, if that is wanted, and looks at everything.
     *
     * @throws StartupProblem when the broker is away or refuses
     */
    static List<TopicReport> of(ServerConfig config, TopicCreation creation) {
        try (Admin admin = Admin.create(ConfigOptions.kafka(config, "topics"))) {
            return new TopicTable(admin, creation).look();
        }
    }

    private List<TopicReport> look() {
        Set<String> created = new HashSet<>();
        if (creation.create()) {
            new TopicSetup(admin)
                    .create(creation).stream()
                            .filter(TopicSetup.Result::created)
                            .forEach(result -> created.add(result.topic().name()));
        }
        List<TopicReport> reports = new ArrayList<>();
        for (Topic<?, ?> topic : Topics.all()) {
            reports.add(look(topic, created.contains(topic.name())));
        }
        return reports;
    }

    private TopicReport look(Topic<?, ?> topic, boolean created) {
        try {
            TopicDescription description = Objects.requireNonNull(admin.describeTopics(List.of(topic.name()))
                            .topicNameValues()
                            .get(topic.name()))
                    .get();
            int partitions = description.partitions().size();
            int replication = description.partitions().get(0).replicas().size();
            return new TopicReport(
                    topic,
                    created ? TopicReport.State.CREATED : TopicReport.State.EXISTS,
                    partitions,
                    replication,
                    created ? List.of() : differences(topic, partitions, replication));
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return TopicReport.missing(topic);
            }
            throw away(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw away(stop);
        }
    }

    private List<String> differences(Topic<?, ?> topic, int partitions, int replication)
            throws ExecutionException, InterruptedException {
        Map<String, String> wanted = new HashMap<>(
                topic.newTopic(creation.partitions(), creation.replication()).configs());
        // Follows from the replicas, which are compared by themselves.
        wanted.remove(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG);
        Map<String, String> found = new HashMap<>(settings(topic));
        wanted.put("partitions", String.valueOf(creation.partitions()));
        found.put("partitions", String.valueOf(partitions));
        wanted.put("replicas", String.valueOf(creation.replication()));
        found.put("replicas", String.valueOf(replication));
        return TopicReport.differences(wanted, found);
    }

    private Map<String, String> settings(Topic<?, ?> topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        KafkaFuture<Config> asked = Objects.requireNonNull(
                admin.describeConfigs(List.of(resource)).values().get(resource));
        Map<String, String> settings = new HashMap<>();
        for (ConfigEntry entry : asked.get().entries()) {
            settings.put(entry.name(), entry.value());
        }
        return settings;
    }

    private static StartupProblem away(Throwable cause) {
        return new StartupProblem("Kafka cannot be reached: check kafka.bootstrap.servers.", cause);
    }
}
