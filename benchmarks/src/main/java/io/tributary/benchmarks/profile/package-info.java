/**
 * Where the time goes: recordings of Java Flight Recorder and what stands in them.
 */
@NullMarked
package io.tributary.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
