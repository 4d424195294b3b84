package io.tributary.topologies.settings;

import io.tributary.avro.Bucket;
import io.tributary.avro.BucketOverride;
import io.tributary.avro.MerchantCorrection;
import io.tributary.avro.Profile;
import io.tributary.avro.UserRule;
import io.tributary.avro.UserState;
import io.tributary.avro.state.SettingsHead;
import io.tributary.topologies.flow.PersonalSettings;
import io.tributary.topologies.state.Keys;
import io.tributary.topologies.state.RowCache;
import io.tributary.topologies.state.RowCodec;
import io.tributary.topologies.state.RowTable;
import io.tributary.topologies.state.Writes;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the users of one partition. Most users have none, and are known to have none at the price of one
 * look-up; the others' settings are kept whole on the heap while they are in use.
 */
public final class SettingsTable {

    private static final SettingsHead NO_SETTINGS = new SettingsHead(false, 0, 0, 0);

    private final RowTable<SettingsHead> heads;
    private final RowTable<UserState> rows;
    private final RowCache<String, UserSettings> settings;
    private final UserSettings none;

    /**
     * Settings in the {@code users} store.
     *
     * @param defaultZone the zone of users who gave none
     * @param cached how many users' settings to keep decoded
     */
    public SettingsTable(KeyValueStore<Bytes, byte[]> users, ZoneId defaultZone, int cached) {
        RowCodec<SettingsHead> headCodec = new RowCodec<>(SettingsHead.getClassSchema());
        RowCodec<UserState> rowCodec = new RowCodec<>(UserState.getClassSchema());
        this.heads = new RowTable<>(users, headCodec::encode, headCodec::decode, cached);
        this.rows = new RowTable<>(users, rowCodec::encode, rowCodec::decode, 0);
        this.settings = new RowCache<>(cached);
        this.none = new UserSettings(null, defaultZone, PersonalSettings.NONE);
    }

    /** What the user has set. */
    public UserSettings of(String userId, byte[] user) {
        UserSettings known = settings.get(userId);
        if (known != null) {
            return known;
        }
        SettingsHead head = heads.get(SettingsRows.head(user));
        UserSettings read = head == null ? none : read(user, head);
        settings.put(userId, read);
        return read;
    }

    /** The setting that is an entity of users.state, such as {@code rule|ID}; null where there is none. */
    public @Nullable UserState find(byte[] user, String entity) {
        Bytes key = SettingsRows.key(user, entity);
        return key == null ? null : rows.get(key);
    }

    private SettingsHead head(byte[] user) {
        SettingsHead head = heads.get(SettingsRows.head(user));
        return head == null ? NO_SETTINGS : head;
    }

    /** Adds a changed setting to what the step writes. */
    public void write(Writes writes, byte[] user, UserState state) {
        Bytes key = SettingsRows.key(user, state);
        boolean there = rows.get(key) != null;
        int more = state.getDeleted() ? (there ? -1 : 0) : (there ? 0 : 1);
        if (state.getDeleted()) {
            writes.delete(rows, key);
        } else {
            writes.put(rows, key, state);
        }
        writes.put(heads, SettingsRows.head(user), counted(head(user), state.getBody(), more));
        writes.afterwards(() -> settings.remove(state.getUserId()));
    }

    /** The settings with one more merchant correction, before it is written: for deciding within the same step. */
    public UserSettings with(UserSettings before, UserState state) {
        MerchantCorrection correction = (MerchantCorrection) state.getBody();
        PersonalSettings personal = before.personal();
        Map<String, Category> corrections = new HashMap<>(personal.corrections());
        corrections.put(correction.getMerchantKey(), Taxonomy.of(correction.getCategory()));
        return new UserSettings(
                before.profile(),
                before.zone(),
                new PersonalSettings(personal.rules(), corrections, personal.buckets()));
    }

    private static SettingsHead counted(SettingsHead head, Object body, int more) {
        return new SettingsHead(
                head.getProfile() || body instanceof Profile,
                head.getRules() + (body instanceof UserRule ? more : 0),
                head.getCorrections() + (body instanceof MerchantCorrection ? more : 0),
                head.getBuckets() + (body instanceof BucketOverride ? more : 0));
    }

    private UserSettings read(byte[] user, SettingsHead head) {
        UserState stored = head.getProfile() ? rows.get(Keys.prefix(SettingsRows.PROFILE, user)) : null;
        Profile profile = stored == null ? null : (Profile) stored.getBody();
        String zone = profile == null ? null : profile.getTimeZone();
        return new UserSettings(profile, zone == null ? none.zone() : ZoneId.of(zone), personal(user, head));
    }

    private PersonalSettings personal(byte[] user, SettingsHead head) {
        List<UserRule> rules = new ArrayList<>();
        if (head.getRules() > 0) {
            each(SettingsRows.RULE, user, body -> rules.add((UserRule) body));
        }
        Map<String, Category> corrections = new HashMap<>();
        if (head.getCorrections() > 0) {
            each(SettingsRows.CORRECTION, user, body -> {
                MerchantCorrection correction = (MerchantCorrection) body;
                corrections.put(correction.getMerchantKey(), Taxonomy.of(correction.getCategory()));
            });
        }
        Map<Category, Bucket> buckets = new HashMap<>();
        if (head.getBuckets() > 0) {
            each(SettingsRows.BUCKET, user, body -> {
                BucketOverride override = (BucketOverride) body;
                buckets.put(Taxonomy.of(override.getCategory()), override.getBucket());
            });
        }
        return new PersonalSettings(rules, corrections, buckets);
    }

    private void each(char type, byte[] user, Consumer<Object> consumer) {
        Bytes prefix = Keys.prefix(type, user);
        rows.walk(prefix, Keys.after(prefix), (key, row) -> {
            consumer.accept(row.getBody());
            return true;
        });
    }
}
