package io.tributary.topologies.settings;

import io.tributary.avro.Profile;
import io.tributary.topologies.flow.PersonalSettings;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Everything a user has set, as decisions need it. Immutable.
 *
 * @param profile the profile, where the user gave one
 * @param zone the zone that decides local days: the profile's, else the service's default
 * @param personal what the user taught the classifier
 */
public record UserSettings(@Nullable Profile profile, ZoneId zone, PersonalSettings personal) {}
