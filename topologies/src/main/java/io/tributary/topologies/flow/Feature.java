package io.tributary.topologies.flow;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;

/**
 * What the guard has to know of a feature to rebuild it: all its rows are a function of the ledger's entries.
 *
 * @param name its name; part of state rows and dead letters
 * @param version to be raised when the same ledger would now make other rows: every user's are built anew
 * @param node the one node that writes its rows
 * @param store the store they are in
 * @param needs every feature that its input comes through, directly or not
 * @param rows where they are
 */
public record Feature(String name, int version, String node, String store, Set<String> needs, Rows rows) {

    /** Keeps an unmodifiable copy. */
    public Feature {
        needs = Set.copyOf(needs);
    }

    /** Where the rows of a user are. */
    @FunctionalInterface
    public interface Rows {

        /** What the keys of a user's rows begin with: those that a rebuild makes again, and no others. */
        List<Bytes> prefixes(byte[] user);
    }
}
