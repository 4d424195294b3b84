package io.tributary.topologies.insight;

/** What a finding can be about. The names are part of ids on topics and in state. */
public enum InsightKind {
    /** A transaction out of line with what the user spends at its merchant. */
    LARGE_TRANSACTION,
    /** The first transaction at a merchant. */
    NEW_MERCHANT,
    /** The same merchant charged the same amount again within minutes. */
    DUPLICATE_CHARGE,
    /** A bank or lender charged a fee. */
    FEE_CHARGED,
    /** A correction or rule has been applied to the history. */
    CATEGORY_RESTATED;

    /**
     * The id of a finding of this kind. These kinds have one finding per subject, so no period follows.
     *
     * @param subject the transaction, merchant or job
     */
    public String id(String subject) {
        return name() + '|' + subject;
    }

    /** Whether the id is of this kind. */
    boolean made(String id) {
        return id.startsWith(name()) && id.charAt(name().length()) == '|';
    }

    /** What an id is about. */
    static String subjectOf(String id) {
        return id.substring(id.indexOf('|') + 1);
    }
}
