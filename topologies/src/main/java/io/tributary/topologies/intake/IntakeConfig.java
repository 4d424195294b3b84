package io.tributary.topologies.intake;

import io.tributary.schemas.serde.SpecificDecoder;

/**
 * What intake must be told.
 *
 * @param partitions number of partitions of the raw topic; decides who owns a user, so it is checked against the topic
 *     before anything starts
 * @param decoder reads the record types of the raw topic
 */
public record IntakeConfig(int partitions, SpecificDecoder decoder) {

    /** Refuses a topic without partitions. */
    public IntakeConfig {
        if (partitions < 1) {
            throw new IllegalArgumentException("intake.partitions is " + partitions + " but must be at least 1");
        }
    }
}
