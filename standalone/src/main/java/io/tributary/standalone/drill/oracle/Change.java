package io.tributary.standalone.drill.oracle;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a user did, once an answer said that it is done. */
public sealed interface Change {

    /** Another amount. */
    record Amount(long minor, String currency) implements Change {}

    /** Another moment. */
    record Moment(LocalDate day, @Nullable Integer second) implements Change {}

    /** Another statement line, and with it another merchant. */
    record Line(int line) implements Change {}

    /** Out of every figure, or back in. */
    record Voided(boolean voided) implements Change {}

    /** A category for this transaction alone. */
    record Category(String category) implements Change {}

    /** A category for the merchant of a line, which takes the choice for the transaction itself back. */
    record Merchant(int line, String category) implements Change {}
}
