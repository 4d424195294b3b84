/**
 * Files of other people's making, read into transactions: which column is what, how dates and amounts are written, which
 * id a row without one gets. Sends nothing and decides nothing that the ledger decides.
 */
@NullMarked
package io.tributary.api.imports;

import org.jspecify.annotations.NullMarked;
