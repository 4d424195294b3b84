package io.tributary.topologies.state;

import java.util.List;

/** Which layouts of rows this version reads: the first byte of a row says how the rest is to be read. */
public final class StateLayouts {

    private static final List<String> STORES = List.of(StoreNames.LEDGER, StoreNames.TOTALS, StoreNames.USERS);

    private StateLayouts() {}

    /** The stores in which every row begins with its layout. */
    public static List<String> stores() {
        return STORES;
    }

    /** Whether a later version wrote this row of one of those stores. */
    public static boolean isLater(byte[] row) {
        return row.length > 0 && row[0] > RowCodec.VERSION;
    }
}
