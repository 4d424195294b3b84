/**
 * Latency under a stated load: the real instance behind its HTTP API, clients that do not wait for answers, and times
 * taken from the moment at which a request was due.
 */
@NullMarked
package io.tributary.benchmarks.load;

import org.jspecify.annotations.NullMarked;
