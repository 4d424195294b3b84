/**
 * What a user has set: profile, rules, merchant corrections and buckets. Rows, decisions and reading; the ledger writes them.
 */
@NullMarked
package io.tributary.topologies.settings;

import org.jspecify.annotations.NullMarked;
