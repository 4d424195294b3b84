package io.tributary.api.live;

import io.tributary.avro.Insight;

/**
 * A finding as it was announced.
 *
 * @param offset its place in the user's partition, which is the event's id
 * @param insight the finding
 */
record Announcement(long offset, Insight insight) {}
