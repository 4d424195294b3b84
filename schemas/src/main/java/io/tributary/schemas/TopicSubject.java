package io.tributary.schemas;

import org.apache.avro.Schema;

/**
 * A schema and the registry subject it belongs to.
 *
 * @param name the subject
 * @param schema the schema this build writes and reads
 */
public record TopicSubject(String name, Schema schema) {}
