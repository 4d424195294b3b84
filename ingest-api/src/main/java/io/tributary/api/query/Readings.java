package io.tributary.api.query;

import io.tributary.api.position.Positions;
import io.tributary.api.route.Request;
import io.tributary.api.streams.Views;
import io.tributary.avro.Profile;
import io.tributary.topologies.kpi.Conversion;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Opens a user's state for a request, once it has seen what the request's token names. */
public final class Readings {

    private final Views views;
    private final Positions positions;
    private final Conversion rates;
    private final ZoneId defaultZone;
    private final String defaultCurrency;
    private final Clock clock;

    /**
     * Reads through {@code views}.
     *
     * @param defaultZone the zone of users who gave none
     * @param defaultCurrency the base currency of users whose own cannot be told
     */
    public Readings(
            Views views,
            Positions positions,
            Conversion rates,
            ZoneId defaultZone,
            String defaultCurrency,
            Clock clock) {
        this.views = views;
        this.positions = positions;
        this.rates = rates;
        this.defaultZone = defaultZone;
        this.defaultCurrency = defaultCurrency;
        this.clock = clock;
    }

    /** The state of the user whom the path names. */
    public UserReading open(Request request) {
        return open(request, request.user());
    }

    /** The state of a user whom the caller may ask about. */
    public UserReading open(Request request, String userId) {
        positions.await(request, views.partitionOf(userId));
        RestatingView restating = RestatingView.of(views.jobs(userId).running(userId));
        Optional<Profile> profile = views.settings(userId).profile(userId);
        ZoneId zone = profile.map(Profile::getTimeZone).map(ZoneId::of).orElse(defaultZone);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, zone);
        return new UserReading(userId, views, profile, now, today, defaultCurrency, rates, restating);
    }
}
