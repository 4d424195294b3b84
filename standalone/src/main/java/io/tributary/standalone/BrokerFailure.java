package io.tributary.standalone;

import java.nio.file.Path;
import org.apache.kafka.common.utils.Exit;

/**
 * Gives a broker that cannot go on its last words. Kafka ends the whole JVM when its disk fails; without this the person
 * at the terminal would see nothing but a prompt.
 */
final class BrokerFailure {
    private BrokerFailure() {}

    /** Whenever a broker of this JVM ends it, one sentence goes to standard error first. */
    static void explain(DataFolder folder, Path log) {
        Exit.setHaltProcedure((status, message) -> end(folder, log));
        Exit.setExitProcedure((status, message) -> end(folder, log));
    }

    private static void end(DataFolder folder, Path log) {
        System.err.println(
                folder.isDiskFull()
                        ? ("The disk that holds %s is full: free some space and start again, "
                                        + "nothing that was confirmed is lost.")
                                .formatted(folder.root())
                        : "The broker stopped because of an error that is described in %s.".formatted(log));
        Runtime.getRuntime().halt(1);
    }
}
