package io.tributary.topologies.state;

/** Remembers the hashes of the users seen last. For one thread. */
public final class UserKeys {

    private static final int REMEMBERED = 20_000;

    private final RowCache<String, byte[]> hashes = new RowCache<>(REMEMBERED);

    /** The hash that stands for the user in keys; nobody changes the array. */
    public byte[] of(String userId) {
        byte[] known = hashes.get(userId);
        if (known != null) {
            return known;
        }
        byte[] hash = Keys.user(userId);
        hashes.put(userId, hash);
        return hash;
    }
}
