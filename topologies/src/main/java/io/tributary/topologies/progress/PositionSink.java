package io.tributary.topologies.progress;

/** Is told how far this process has come with the partitions of the raw topic. Called by stream threads. */
public interface PositionSink {

    /** This process now owns the partition; how far it is, is not known before the first record. */
    void opened(int partition);

    /** Everything up to and with the offset has been processed by every feature. */
    void reached(int partition, long offset);

    /** This process no longer owns the partition. */
    void closed(int partition);
}
