package io.tributary.standalone;

import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.SchemaRegistration;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Puts the product's topics and schemas on an empty cluster; what is there already stays. */
final class ClusterContracts {
    private ClusterContracts() {}

    /**
     * Creates all topics.
     *
     * @throws StartupException when the broker refuses one
     */
    static void createTopics(String bootstrapServers, int partitions) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            CreateTopicsResult creation = admin.createTopics(Topics.all().stream()
                    .map(topic -> topic.newTopic(partitions, 1))
                    .toList());
            for (Map.Entry<String, KafkaFuture<Void>> topic : creation.values().entrySet()) {
                awaitCreation(topic.getKey(), topic.getValue());
            }
        }
    }

    /** Registers the schema of every record type. */
    static void registerSchemas(String registryUrl) {
        new SchemaRegistration(SchemaRegistry.connect(Map.of("schema.registry.url", registryUrl)), SchemaUse.REGISTER)
                .run(Topics.all());
    }

    private static void awaitCreation(String topic, KafkaFuture<Void> creation) throws InterruptedException {
        try {
            creation.get();
        } catch (ExecutionException refused) {
            if (!(refused.getCause() instanceof TopicExistsException)) {
                throw new StartupException("The broker refuses the topic " + topic + ".", refused);
            }
        }
    }
}
