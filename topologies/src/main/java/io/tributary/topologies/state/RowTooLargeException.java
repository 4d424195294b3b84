package io.tributary.topologies.state;

/** A row of a state store would pass the bound that keeps changelogs and memory small. */
public final class RowTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RowTooLargeException(String row, int bytes) {
        super("a " + row + " row of " + bytes + " bytes passes the bound of " + RowCodec.LARGEST_ROW);
    }
}
