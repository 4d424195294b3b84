/**
 * What turns a bank's file into transactions: encoding, dialect, columns, dates, amounts and ids. Pure; who reads the file
 * and where the transactions go is for others to know.
 */
@NullMarked
package io.tributary.api.imports;

import org.jspecify.annotations.NullMarked;
