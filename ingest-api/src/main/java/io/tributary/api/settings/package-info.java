/**
 * What users set: profile, rules, buckets. Every write is a command in the log; every read is of the state.
 */
@NullMarked
package io.tributary.api.settings;

import org.jspecify.annotations.NullMarked;
