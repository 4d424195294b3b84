package io.tributary.benchmarks.growth;

import io.tributary.avro.RawTransaction;
import io.tributary.benchmarks.workload.Workload;
import java.util.function.Supplier;

/** A workload in which one user has a tenth of everything, so that a question about them shows what a long history costs. */
final class HeavyUser implements Supplier<RawTransaction> {

    static final String ID = "user-heavy";

    private static final int SHARE = 10;

    private final Workload workload;
    private long made;

    HeavyUser(Workload workload) {
        this.workload = workload;
    }

    @Override
    public RawTransaction get() {
        RawTransaction fact = workload.next();
        return made++ % SHARE == 0
                ? RawTransaction.newBuilder(fact).setUserId(ID).build()
                : fact;
    }
}
