package io.tributary.topologies.classify.lexicon;

/** What a merchant is in a payment, in the words of Plaid's counterparty types. */
public enum Counterparty {
    /** Sells what was paid for. */
    MERCHANT,
    /** A bank, lender or broker. */
    FINANCIAL_INSTITUTION,
    /** Passes money on to a person or a merchant. */
    PAYMENT_APP,
    /** Sells what others offer. */
    MARKETPLACE,
    /** Runs the terminal the merchant is paid at. */
    PAYMENT_TERMINAL,
    /** Pays wages, benefits or pensions. */
    INCOME_SOURCE
}
