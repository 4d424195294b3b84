package io.tributary.standalone.drill.load;

import io.tributary.standalone.drill.oracle.Content;

/**
 * A fact of the feed.
 *
 * @param user whose
 * @param id its id
 * @param version the producer's, from 1
 * @param content what it says
 * @param wild whether later facts may change what it is, so that no user touches it
 */
record SentFact(String user, String id, long version, Content content, boolean wild) {
    boolean isNew() {
        return version == 1;
    }

    SentFact next(long steps, Content other) {
        return new SentFact(user, id, version + steps, other, wild);
    }
}
