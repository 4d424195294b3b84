package io.tributary.topologies.totals;

/** A period holds more months and currencies than one request may read: a shorter one has to be asked for. */
public final class PeriodTooLongException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says so. */
    public PeriodTooLongException() {
        super("the period holds more than " + TotalsView.MOST_ROWS + " months and currencies");
    }
}
