package io.tributary.topologies.settings;

import io.tributary.avro.BucketOverride;
import io.tributary.avro.Profile;
import io.tributary.avro.UserRule;
import io.tributary.avro.UserState;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** Reads a user's settings from the {@code users} store. Cheap to make; for one thread. */
public final class SettingsView {

    private final ReadOnlyKeyValueStore<Bytes, byte[]> users;
    private final RowCodec<UserState> codec = new RowCodec<>(UserState.getClassSchema());

    /** Reads from {@code users}. */
    public SettingsView(ReadOnlyKeyValueStore<Bytes, byte[]> users) {
        this.users = users;
    }

    /** The profile, where the user gave one. */
    public Optional<Profile> profile(String userId) {
        byte[] row = users.get(Keys.prefix(SettingsRows.PROFILE, Keys.user(userId)));
        return Optional.ofNullable(row)
                .map(bytes -> (Profile) codec.decode(bytes).getBody());
    }

    /** A rule, where there is one of this id. */
    public Optional<UserRule> rule(String userId, String ruleId) {
        byte[] row = users.get(Keys.text(SettingsRows.RULE, Keys.user(userId), ruleId));
        return Optional.ofNullable(row)
                .map(bytes -> (UserRule) codec.decode(bytes).getBody());
    }

    /** The rules, by id. */
    public List<UserRule> rules(String userId) {
        return all(SettingsRows.RULE, userId, UserRule.class);
    }

    /** The bucket overrides, by category. */
    public List<BucketOverride> buckets(String userId) {
        return all(SettingsRows.BUCKET, userId, BucketOverride.class);
    }

    private <T> List<T> all(char type, String userId, Class<T> body) {
        Bytes prefix = Keys.prefix(type, Keys.user(userId));
        Bytes end = Keys.after(prefix);
        List<T> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> rows = users.range(prefix, end)) {
            while (rows.hasNext()) {
                KeyValue<Bytes, byte[]> row = rows.next();
                if (row.key.compareTo(end) < 0) {
                    found.add(body.cast(codec.decode(row.value).getBody()));
                }
            }
        }
        return found;
    }
}
