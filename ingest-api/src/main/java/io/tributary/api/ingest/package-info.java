/**
 * What comes in over HTTP: bodies into facts and commands, appended to the log, and what became of them. Decides nothing that the topology decides.
 */
@NullMarked
package io.tributary.api.ingest;

import org.jspecify.annotations.NullMarked;
