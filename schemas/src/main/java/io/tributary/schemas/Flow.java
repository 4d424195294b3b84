package io.tributary.schemas;

/**
 * Who writes a topic, who reads it and what for, in the words of the documentation.
 *
 * @param key what the record key holds, e.g. {@code user|transaction}
 * @param from who writes
 * @param to who reads
 * @param purpose what it is, in a few words
 */
public record Flow(String key, String from, String to, String purpose) {}
