package io.tributary.standalone.drill.load;

import io.tributary.standalone.drill.oracle.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up the facts of the feed, the same for the same seed. For one thread. */
final class FactSource {
    private static final int REMEMBERED = 20_000;
    private static final int PERCENT = 100;
    private static final int NEW_PERCENT = 72;
    private static final int REPEATED_PERCENT = 12;
    private static final int WILD = 8;

    private final Random random;
    private final Users users;
    private final Contents contents;
    private final List<SentFact> recent = new ArrayList<>();
    private final List<SentFact> late = new ArrayList<>();
    private long number;

    FactSource(long seed, Users users, Contents contents) {
        this.random = new Random(seed);
        this.users = users;
        this.contents = contents;
    }

    SentFact next() {
        int kind = random.nextInt(PERCENT);
        if (recent.isEmpty() || kind < NEW_PERCENT) {
            return remember(fresh());
        }
        int place = random.nextInt(recent.size());
        SentFact known = recent.get(place);
        if (kind < NEW_PERCENT + REPEATED_PERCENT) {
            return known;
        }
        if (!late.isEmpty() && random.nextBoolean()) {
            return late.remove(late.size() - 1);
        }
        SentFact amended = amended(known);
        recent.set(place, amended);
        return amended;
    }

    private SentFact fresh() {
        String id = "f" + Long.toString(++number, Character.MAX_RADIX);
        return new SentFact(users.any(random), id, 1, contents.any(random), number % WILD == 0);
    }

    /** Now and then a version is left out; it comes later and must change nothing. */
    private SentFact amended(SentFact known) {
        Content said = contents.amended(known.content(), known.wild(), random);
        if (random.nextInt(3) > 0) {
            return known.next(1, said);
        }
        late.add(known.next(1, said));
        return known.next(2, contents.amended(said, known.wild(), random));
    }

    private SentFact remember(SentFact fact) {
        if (recent.size() < REMEMBERED) {
            recent.add(fact);
        } else {
            recent.set(random.nextInt(REMEMBERED), fact);
        }
        return fact;
    }
}
