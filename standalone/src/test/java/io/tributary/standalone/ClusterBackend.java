package io.tributary.standalone;

/** What a {@link TestCluster} runs on. Addresses stay the same however often its parts stop and start. */
interface ClusterBackend extends AutoCloseable {
    /** What Kafka clients call {@code bootstrap.servers}. */
    String bootstrapServers();

    /** What Confluent's serializers call {@code schema.registry.url}. */
    String registryUrl();

    /** Takes the broker away. */
    void stopBroker();

    /** Brings the broker back with its data. */
    void startBroker();

    /** Takes the registry away, at once. */
    void killRegistry();

    /** Brings the registry back with its data and returns when it answers. */
    void startRegistry();

    @Override
    void close();
}
