package io.tributary.topologies.settings;

import io.tributary.avro.BucketOverride;
import io.tributary.avro.MerchantCorrection;
import io.tributary.avro.Profile;
import io.tributary.avro.UserRule;
import io.tributary.avro.UserState;
import io.tributary.topologies.state.Keys;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Keys of the {@code users} store and of users.state: a row a setting, and a head that says which kinds there are. */
final class SettingsRows {

    static final char PROFILE = 'p';
    static final char RULE = 'r';
    static final char CORRECTION = 'c';
    static final char BUCKET = 'b';

    private static final Map<String, Character> TYPES =
            Map.of("profile", PROFILE, "rule", RULE, "correction", CORRECTION, "bucket", BUCKET);

    private SettingsRows() {}

    /** Where the row of an entity of users.state lies; null when it is no setting. */
    static @Nullable Bytes key(byte[] user, String entity) {
        int bar = entity.indexOf('|');
        Character type = TYPES.get(bar < 0 ? entity : entity.substring(0, bar));
        if (type == null) {
            return null;
        }
        return bar < 0 ? Keys.prefix(type, user) : Keys.text(type, user, entity.substring(bar + 1));
    }

    static Bytes head(byte[] user) {
        return Keys.prefix('s', user);
    }

    /** Where a setting's row lies. */
    static Bytes key(byte[] user, UserState state) {
        Object body = state.getBody();
        if (body instanceof UserRule rule) {
            return Keys.text(RULE, user, rule.getRuleId());
        }
        if (body instanceof MerchantCorrection correction) {
            return Keys.text(CORRECTION, user, correction.getMerchantKey());
        }
        if (body instanceof BucketOverride bucket) {
            return Keys.text(BUCKET, user, bucket.getCategory());
        }
        if (body instanceof Profile) {
            return Keys.prefix(PROFILE, user);
        }
        throw new IllegalArgumentException("no setting: " + body.getClass().getSimpleName());
    }
}
