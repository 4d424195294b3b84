package io.tributary.standalone;

import java.io.IOException;
import java.nio.file.Path;

/**
 * An {@link EmbeddedBroker} as a process of its own, for drills that kill it. Prints {@code ready HOST:PORT} when it
 * serves, and stops when its standard input ends, so that it never outlives whoever started it.
 */
public final class BrokerMain {
    private BrokerMain() {}

    /**
     * Runs until standard input ends.
     *
     * @param arguments the data folder and the loopback port for clients
     * @throws IOException when standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("ready " + broker.bootstrapServers());
            while (System.in.read() >= 0) {
                // nothing is said on this pipe: only its end matters
            }
        } catch (StartupException unusable) {
            System.err.println(unusable.getMessage());
            System.exit(1);
        }
    }
}
