package io.tributary.api.imports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/** A row of a file: a transaction to be posted, or why it is none. */
public sealed interface ImportRow {

    /** Its number in the file, the header not counted, from 1. */
    @JsonIgnore
    long number();

    /** A transaction as the API takes it. */
    record Transaction(
            @JsonIgnore long number,
            String id,
            String userId,
            @Nullable String accountId,
            @Nullable String accountKind,
            String amount,
            String currency,
            String direction,
            String description,
            String occurredAt,
            @Nullable String mcc,
            String source)
            implements ImportRow {}

    /** Not readable; {@code reason} names the column. */
    record Unreadable(long number, String reason) implements ImportRow {}
}
