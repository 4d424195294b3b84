/**
 * The Confluent wire format (magic byte 0, four bytes of schema id, Avro body) and a client of the registry API that
 * goes with it.
 *
 * <p>Belongs here: turning records into bytes and back, asking the registry, telling "away, try again" from "will never
 * decode". Does not: which topic a record belongs to ({@code schemas}), and what to do with what cannot be read (intake).
 */
@NullMarked
package io.tributary.schemas.serde;

import org.jspecify.annotations.NullMarked;
