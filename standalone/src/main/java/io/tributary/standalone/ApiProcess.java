package io.tributary.standalone;

import java.net.URI;
import java.util.Map;

/**
 * The API process, streams and HTTP, inside this JVM: all that the demo knows of it. The settings are those of its own
 * configuration file.
 */
public interface ApiProcess extends AutoCloseable {
    /** Where it listens. */
    URI url();

    /**
     * Returns when it has stopped by itself.
     *
     * @return why, in one sentence
     */
    String awaitFailure() throws InterruptedException;

    /** Stops it in good order: the group is left, so that the next start need not wait for this one. */
    @Override
    void close();

    /** Starts the API process. */
    @FunctionalInterface
    interface Starter {
        /**
         * Starts it and returns when it answers.
         *
         * @param settings by the keys of the configuration file
         * @throws InterruptedException when the start is to be given up
         */
        ApiProcess start(Map<String, String> settings) throws InterruptedException;
    }
}
