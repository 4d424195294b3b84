package io.tributary.standalone.drill.load;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The users of a drill; the first few have many times as many transactions, so that their jobs take many steps. */
final class Users {
    private static final int HEAVY = 8;
    private static final int PERCENT = 100;
    private static final int HEAVY_PERCENT = 15;

    private final List<String> names;

    Users(int count) {
        this.names = IntStream.rangeClosed(1, Math.max(count, HEAVY + 1))
                .mapToObj("drill-%05d"::formatted)
                .toList();
    }

    /** Whose the next transaction is. */
    String any(Random random) {
        return random.nextInt(PERCENT) < HEAVY_PERCENT
                ? names.get(random.nextInt(HEAVY))
                : names.get(HEAVY + random.nextInt(names.size() - HEAVY));
    }

    /** A user of one of some workers, none of whom has another's users. */
    String of(int worker, int workers, Random random) {
        boolean heavy = random.nextInt(4) == 0;
        int most = heavy ? HEAVY : names.size();
        int slots = (most - worker + workers - 1) / workers;
        return names.get(worker + workers * random.nextInt(Math.max(1, slots)));
    }
}
