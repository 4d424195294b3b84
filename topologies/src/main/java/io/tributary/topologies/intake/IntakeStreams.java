package io.tributary.topologies.intake;

import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Rejected;
import org.apache.kafka.streams.kstream.KStream;

/**
 * What comes out of intake. Every record of the raw topic is in exactly one of them.
 *
 * @param inputs what is valid, keyed by user id; a tick's key is empty
 * @param rejected what breaks a rule, keyed by user id; empty where that is what is wrong
 * @param deadLetters what cannot be read; the key is empty, the original one is in the dead letter's origin
 * @param misplaced what another partition owns: the original values, keyed by user id, to go back to the raw topic
 */
public record IntakeStreams(
        KStream<String, Input> inputs,
        KStream<String, Rejected> rejected,
        KStream<String, DeadLetter> deadLetters,
        KStream<String, byte[]> misplaced) {}
