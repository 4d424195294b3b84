package io.tributary.schemas;

/** What came of reading an amount from outside. */
public sealed interface MoneyReading {

    /** The amount, exact. */
    record Amount(Money money) implements MoneyReading {}

    /** Refused, by which rule; what was read is not repeated. */
    record Refused(Rule rule) implements MoneyReading {}

    /** Why an amount is refused. */
    enum Rule {
        /** Not the code of a currency with a minor unit. */
        UNKNOWN_CURRENCY("must be an ISO 4217 currency code"),
        /** Not a decimal number. */
        NOT_A_NUMBER("must be a decimal number"),
        /** More decimals than the currency has. */
        TOO_MANY_DECIMALS("has more decimals than its currency"),
        /** More minor units than a 64-bit number holds. */
        TOO_LARGE("is too large");

        private final String sentence;

        Rule(String sentence) {
            this.sentence = sentence;
        }

        /** The rule in words that follow the field's name. */
        public String sentence() {
            return sentence;
        }
    }
}
