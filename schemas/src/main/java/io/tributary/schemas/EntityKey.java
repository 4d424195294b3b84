package io.tributary.schemas;

import java.util.Optional;

/**
 * Key of a compacted topic: {@code user|entity}. Compaction keeps the newest value of the whole key; the user part alone
 * decides the partition ({@link Partitioning}).
 *
 * @param user a user id, which cannot hold {@code |}
 * @param entity what of the user's it is; may itself hold {@code |}, e.g. {@code month|currency|category|bucket}
 */
public record EntityKey(String user, String entity) {

    /** What stands between the parts. */
    public static final char SEPARATOR = '|';

    /** Refuses a user that is empty or holds the separator: another user's key could then look the same. */
    public EntityKey {
        if (user.isEmpty() || user.indexOf(SEPARATOR) >= 0) {
            throw new IllegalArgumentException("the user part of a key must not be empty nor hold '|'");
        }
    }

    /** The key of an entity named by several parts. */
    public static EntityKey of(String user, String... parts) {
        return new EntityKey(user, String.join("|", parts));
    }

    /** The key written out, without an object in between. */
    public static String compose(String user, String entity) {
        return new EntityKey(user, entity).text();
    }

    /** Takes a written key apart at its first separator; empty when it has none or starts with it. */
    public static Optional<EntityKey> parse(String key) {
        int at = key.indexOf(SEPARATOR);
        return at <= 0 ? Optional.empty() : Optional.of(new EntityKey(key.substring(0, at), key.substring(at + 1)));
    }

    /** The user part of a written key; a key without separator is a user id alone. */
    public static String userOf(String key) {
        int at = key.indexOf(SEPARATOR);
        return at < 0 ? key : key.substring(0, at);
    }

    /** The key as it stands in the topic. */
    public String text() {
        return user + SEPARATOR + entity;
    }
}
