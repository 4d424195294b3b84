package io.tributary.schemas.serde;

import org.apache.kafka.common.errors.RetriableException;

/** The registry is away, overloaded, or does not let us in: nothing is wrong with the record; try again later. */
public final class RegistryUnavailableException extends RetriableException implements SerdeFailure {

    private static final long serialVersionUID = 1L;

    /** With the sentence that an operator reads. */
    public RegistryUnavailableException(String message) {
        super(message);
    }

    /** With the sentence that an operator reads, and what lies behind it. */
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
