package io.tributary.api.imports;

import java.util.Map;
import java.util.Optional;

/** Which way money went, in the words of banks. */
enum Way {
    /** Out of the account. */
    OUT,
    /** Into it. */
    IN;

    private static final Map<String, Way> WORDS = Map.ofEntries(
            Map.entry("debit", OUT),
            Map.entry("dr", OUT),
            Map.entry("db", OUT),
            Map.entry("dbit", OUT),
            Map.entry("d", OUT),
            Map.entry("out", OUT),
            Map.entry("outflow", OUT),
            Map.entry("withdrawal", OUT),
            Map.entry("s", OUT),
            Map.entry("soll", OUT),
            Map.entry("af", OUT),
            Map.entry("cargo", OUT),
            Map.entry("dare", OUT),
            Map.entry("debito", OUT),
            Map.entry("credit", IN),
            Map.entry("cr", IN),
            Map.entry("crdt", IN),
            Map.entry("c", IN),
            Map.entry("in", IN),
            Map.entry("inflow", IN),
            Map.entry("deposit", IN),
            Map.entry("h", IN),
            Map.entry("haben", IN),
            Map.entry("bij", IN),
            Map.entry("abono", IN),
            Map.entry("avere", IN),
            Map.entry("credito", IN));

    /** The way a word says. */
    static Optional<Way> of(String cell) {
        return Optional.ofNullable(WORDS.get(ColumnNames.normalise(cell)));
    }
}
