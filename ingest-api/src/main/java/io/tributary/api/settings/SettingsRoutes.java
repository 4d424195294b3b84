package io.tributary.api.settings;

import io.tributary.api.ingest.Commands;
import io.tributary.api.query.Readings;
import io.tributary.api.route.Route;
import java.util.List;
import java.util.stream.Stream;

/** All routes by which users set things. */
public final class SettingsRoutes {

    private final Readings readings;
    private final Commands commands;

    /** Reads through {@code readings}; what is set goes through the log as commands. */
    public SettingsRoutes(Readings readings, Commands commands) {
        this.readings = readings;
        this.commands = commands;
    }

    /** All of them. */
    public List<Route> routes() {
        return Stream.of(new ProfileRoutes(readings, commands).routes(), new RuleRoutes(readings, commands).routes())
                .flatMap(List::stream)
                .toList();
    }
}
