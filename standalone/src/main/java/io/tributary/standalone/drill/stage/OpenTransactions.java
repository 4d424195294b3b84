package io.tributary.standalone.drill.stage;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;

/** Asks the broker which transactions of a killed application it still has to end. */
public final class OpenTransactions {
    private static final long PATIENCE_SECONDS = 10;
    private static final long POLL_MILLIS = 20;
    private static final long AIM_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(2);

    /**
     * States of a transaction that nobody committed. The last one says that the broker has just ended it: a running
     * application commits ten times a second, so it was open when the application died.
     */
    private static final Set<TransactionState> UNCOMMITTED = EnumSet.of(
            TransactionState.ONGOING,
            TransactionState.PREPARE_ABORT,
            TransactionState.PREPARE_EPOCH_FENCE,
            TransactionState.COMPLETE_ABORT);

    private final Admin admin;

    /** Asks through {@code admin}. */
    public OpenTransactions(Admin admin) {
        this.admin = admin;
    }

    /**
     * Returns when the broker has an open transaction of the application, or has had none for a second. An instance holds
     * its records back until it commits, so most of the time there is none.
     */
    public void awaitOpen() throws InterruptedException {
        long deadline = System.nanoTime() + AIM_NANOS;
        while (System.nanoTime() < deadline) {
            boolean open = list().stream()
                    .anyMatch(listing -> listing.state() == TransactionState.ONGOING
                            && listing.transactionalId().startsWith(Installation.APPLICATION_ID));
            if (open) {
                return;
            }
        }
    }

    /** The transactions that are over without a commit now; a kill that follows has nothing to do with them. */
    public Set<String> aborted() throws InterruptedException {
        return list().stream()
                .filter(listing -> listing.state() == TransactionState.COMPLETE_ABORT)
                .map(TransactionListing::transactionalId)
                .collect(Collectors.toSet());
    }

    /**
     * How many transactions are in which state, of those that the application left uncommitted. To be asked while it is
     * dead: its next start ends them.
     *
     * @param settled transactions that were over before the kill
     * @param restarted whether the broker has just started and may not know them all yet
     */
    public Map<TransactionState, Integer> leftBehind(Set<String> settled, boolean restarted)
            throws InterruptedException {
        long deadline = System.nanoTime() + (restarted ? LOOK_NANOS : 0);
        Map<TransactionState, Integer> found = look(settled);
        while (found.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(POLL_MILLIS);
            found = look(settled);
        }
        return found;
    }

    private Map<TransactionState, Integer> look(Set<String> settled) throws InterruptedException {
        Map<TransactionState, Integer> states = new EnumMap<>(TransactionState.class);
        for (TransactionListing listing : list()) {
            String id = listing.transactionalId();
            boolean over = listing.state() == TransactionState.COMPLETE_ABORT && settled.contains(id);
            if (id.startsWith(Installation.APPLICATION_ID) && UNCOMMITTED.contains(listing.state()) && !over) {
                states.merge(listing.state(), 1, Integer::sum);
            }
        }
        return states;
    }

    private Collection<TransactionListing> list() throws InterruptedException {
        try {
            return admin.listTransactions().all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException notYet) {
            return Set.of(); // a broker that has just started may not have loaded them
        }
    }
}
