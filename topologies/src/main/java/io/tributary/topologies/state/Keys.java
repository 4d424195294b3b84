package io.tributary.topologies.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of all state rows: a type byte, then the first 16 bytes of the SHA-256 of the user id, then typed big-endian
 * parts, variable ones last, so that a month, a merchant or a stretch of time is one range.
 */
public final class Keys {

    /** Bytes a user's hash takes. */
    static final int USER = 16;

    private static final int PREFIX = 1 + USER;

    private Keys() {}

    /** Ledger entry: user, transaction id. */
    public static Bytes entry(byte[] user, String transactionId) {
        return text('e', user, transactionId);
    }

    /** Time order of the ledger: user, instant, transaction id. */
    public static Bytes time(byte[] user, Instant sortAt, String transactionId) {
        return Bytes.wrap(buffer('t', user, 8 + utf8(transactionId).length)
                .putLong(sortable(sortAt))
                .put(utf8(transactionId))
                .array());
    }

    /** The place in the time order before everything at or after {@code from}. */
    public static Bytes timeFrom(byte[] user, Instant from) {
        return Bytes.wrap(buffer('t', user, 8).putLong(sortable(from)).array());
    }

    /** Totals: user, month, currency. */
    public static Bytes totals(byte[] user, YearMonth month, String currency) {
        return Bytes.wrap(buffer('m', user, 4 + 3)
                .putInt(ordinal(month))
                .put(utf8(currency))
                .array());
    }

    /** The place in the totals before everything of {@code month}. */
    public static Bytes totalsFrom(byte[] user, YearMonth month) {
        return Bytes.wrap(buffer('m', user, 4).putInt(ordinal(month)).array());
    }

    /** A merchant's hit: user, merchant key, instant, transaction id. */
    public static Bytes hit(byte[] user, String merchantKey, Instant sortAt, String transactionId) {
        byte[] merchant = utf8(merchantKey);
        byte[] id = utf8(transactionId);
        return Bytes.wrap(buffer('h', user, merchant.length + 1 + 8 + id.length)
                .put(merchant)
                .put((byte) 0)
                .putLong(sortable(sortAt))
                .put(id)
                .array());
    }

    /** The place in the hits before everything of a merchant at or after {@code from}. */
    public static Bytes hitsFrom(byte[] user, String merchantKey, Instant from) {
        byte[] merchant = utf8(merchantKey);
        return Bytes.wrap(buffer('h', user, merchant.length + 1 + 8)
                .put(merchant)
                .put((byte) 0)
                .putLong(sortable(from))
                .array());
    }

    /** A key of a type byte, the user and a text. */
    public static Bytes text(char type, byte[] user, String text) {
        byte[] utf8 = utf8(text);
        return Bytes.wrap(buffer(type, user, utf8.length).put(utf8).array());
    }

    /** Everything of one type and user has this prefix. */
    public static Bytes prefix(char type, byte[] user) {
        return Bytes.wrap(buffer(type, user, 0).array());
    }

    /** The first key after all that start with {@code prefix}; prefixes end in no 0xFF run to the left of the type. */
    public static Bytes after(Bytes prefix) {
        byte[] next = prefix.get().clone();
        int last = next.length - 1;
        while (next[last] == (byte) 0xFF) {
            next[last--] = 0;
        }
        next[last]++;
        return Bytes.wrap(next);
    }

    /** The text at the end of a key that {@link #text} or {@link #entry} made. */
    public static String textOf(Bytes key) {
        return textAt(key, PREFIX);
    }

    /** The transaction id at the end of a key that {@link #time} made. */
    public static String timeIdOf(Bytes key) {
        return textAt(key, PREFIX + 8);
    }

    /** The instant in a key that {@link #time} made. */
    public static Instant timeOf(Bytes key) {
        return instant(ByteBuffer.wrap(key.get()).getLong(PREFIX));
    }

    /** The month in a key that {@link #totals} made. */
    public static YearMonth monthOf(Bytes key) {
        int ordinal = ByteBuffer.wrap(key.get()).getInt(PREFIX);
        return YearMonth.of(Math.floorDiv(ordinal, 12), Math.floorMod(ordinal, 12) + 1);
    }

    /** The currency in a key that {@link #totals} made. */
    public static String currencyOf(Bytes key) {
        return textAt(key, PREFIX + 4);
    }

    /** The merchant key in a key that {@link #hit} made. */
    public static String hitMerchantOf(Bytes key) {
        byte[] bytes = key.get();
        return new String(bytes, PREFIX, zero(bytes) - PREFIX, StandardCharsets.UTF_8);
    }

    /** The instant in a key that {@link #hit} made. */
    public static Instant hitTimeOf(Bytes key) {
        byte[] bytes = key.get();
        return instant(ByteBuffer.wrap(bytes).getLong(zero(bytes) + 1));
    }

    /** The transaction id in a key that {@link #hit} made. */
    public static String hitIdOf(Bytes key) {
        return textAt(key, zero(key.get()) + 1 + 8);
    }

    /** The hash that stands for a user in keys; 128 bits, so that no two users can be made to share rows. */
    public static byte[] user(String userId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(utf8(userId));
            return Arrays.copyOf(digest, USER);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static int zero(byte[] key) {
        int at = PREFIX;
        while (key[at] != 0) {
            at++;
        }
        return at;
    }

    private static String textAt(Bytes key, int at) {
        byte[] bytes = key.get();
        return new String(bytes, at, bytes.length - at, StandardCharsets.UTF_8);
    }

    private static ByteBuffer buffer(char type, byte[] user, int more) {
        return ByteBuffer.allocate(PREFIX + more).put((byte) type).put(user);
    }

    private static int ordinal(YearMonth month) {
        return month.getYear() * 12 + month.getMonthValue() - 1;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Flips the sign so that instants before 1970 sort before those after. */
    private static long sortable(Instant at) {
        return at.toEpochMilli() ^ Long.MIN_VALUE;
    }

    private static Instant instant(long sortable) {
        return Instant.ofEpochMilli(sortable ^ Long.MIN_VALUE);
    }
}
