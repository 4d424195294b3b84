package io.tributary.topologies.flow;

/**
 * A record that could not be read, or that a decision or feature failed on. Its original bytes go to the dead-letter
 * topic.
 *
 * @param origin where it lies, with its original bytes
 * @param stage where it failed: intake, ledger, or the feature's name
 * @param cause a stable word for what is wrong, e.g. {@code bad-magic-byte}
 * @param message one sentence; holds no content of the record
 */
public record DeadLetter(Origin origin, String stage, String cause, String message) {}
