package io.tributary.standalone;

import io.tributary.api.config.ServerConfig;
import io.tributary.api.config.Setting;
import io.tributary.api.config.Settings;
import io.tributary.api.config.StartupProblem;
import io.tributary.api.rebuild.Rebuild;
import io.tributary.api.rebuild.RebuildPlan;
import io.tributary.standalone.demo.LoadProgress;
import java.util.Map;

/** Builds the state of a demo anew, while its broker runs and its API does not. */
final class DemoRebuild {
    private DemoRebuild() {}

    /**
     * Builds it.
     *
     * @param settings of the API, without an application id
     * @param from the application id whose place is taken
     * @return the application id that takes it
     * @throws StartupProblem with one sentence when it cannot be done
     * @throws InterruptedException when it is to be given up; another one goes on where it stands
     */
    static String run(Map<String, String> settings, String from) throws InterruptedException {
        Settings given = Settings.of(settings);
        String to = Rebuild.nextId(as(given, from));
        try (Rebuild rebuild = Rebuild.of(as(given, to), from)) {
            RebuildPlan plan = rebuild.plan();
            try (LoadProgress reading = TerminalProgress.start("Building the state anew", plan.values())) {
                rebuild.run(plan, (done, total) -> reading.reached(done));
            }
        }
        return to;
    }

    private static ServerConfig as(Settings settings, String applicationId) {
        return ServerConfig.of(settings.with(Map.of(Setting.APPLICATION_ID.key(), applicationId)));
    }
}
