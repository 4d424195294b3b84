package io.tributary.benchmarks.count;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/**
 * Operations by store. A put of a key that the same record's processing has read before counts as one read-modify-write
 * instead of a get and a put. Thread safe.
 */
public final class StoreOperations {

    /** What a store can be asked. */
    public enum Kind {
        /** A get followed by a put of the same key. */
        READ_MODIFY_WRITE,
        /** A put without a get before it. */
        PUT,
        /** A delete, or a put of null. */
        DELETE,
        /** A get without a put after it. */
        GET,
        /** Any range: the rows it reads are part of it. */
        RANGE
    }

    /**
     * How often, and for how long in all.
     *
     * @param count how often
     * @param nanos time spent in it, changelog included
     */
    public record Tally(long count, long nanos) {

        Tally plus(Tally other) {
            return new Tally(count + other.count, nanos + other.nanos);
        }
    }

    private record Cell(String store, Kind kind) {}

    /** What one stream thread has asked, and what the record that it is processing has read. */
    private static final class Desk {
        private final Map<Cell, Tally> tallies = new HashMap<>();
        private final Set<String> read = new HashSet<>();
        private int depth;
    }

    private final Map<Thread, Desk> desks = new java.util.concurrent.ConcurrentHashMap<>();

    /** None yet. */
    public StoreOperations() {}

    /** A processor begins with a record; the outermost one begins a new one. */
    void enter() {
        Desk desk = desk();
        if (desk.depth++ == 0) {
            desk.read.clear();
        }
    }

    /** It has ended. */
    void leave() {
        desk().depth--;
    }

    void got(String store, Bytes key, long nanos) {
        Desk desk = desk();
        desk.read.add(store + key);
        add(desk, store, Kind.GET, nanos);
    }

    void put(String store, Bytes key, boolean isDelete, long nanos) {
        Desk desk = desk();
        if (desk.read.remove(store + key)) {
            desk.tallies.merge(new Cell(store, Kind.GET), new Tally(-1, 0), Tally::plus);
            add(desk, store, Kind.READ_MODIFY_WRITE, nanos);
        } else {
            add(desk, store, isDelete ? Kind.DELETE : Kind.PUT, nanos);
        }
    }

    void ranged(String store, long nanos) {
        add(desk(), store, Kind.RANGE, nanos);
    }

    /** All of it, by store and kind, in the order of their names. Ask when no thread is processing. */
    public Map<String, Map<Kind, Tally>> tallies() {
        Map<String, Map<Kind, Tally>> all = new TreeMap<>();
        desks.values()
                .forEach(desk -> desk.tallies.forEach(
                        (cell, tally) -> all.computeIfAbsent(cell.store(), store -> new TreeMap<>())
                                .merge(cell.kind(), tally, Tally::plus)));
        return all;
    }

    private Desk desk() {
        return desks.computeIfAbsent(Thread.currentThread(), thread -> new Desk());
    }

    private static void add(Desk desk, String store, Kind kind, long nanos) {
        desk.tallies.merge(new Cell(store, kind), new Tally(1, nanos), Tally::plus);
    }
}
