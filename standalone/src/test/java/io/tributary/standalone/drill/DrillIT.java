package io.tributary.standalone.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.standalone.DataFolder;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A short drill; the long one is a command. */
class DrillIT {
    private static final DrillPlan PLAN = new DrillPlan(20_261_201, 1, 1, 500, 60, 2);

    @TempDir
    private Path root;

    @Test
    void shouldLoseNothingAndDoubleNothingWhenKilled() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        try (DataFolder folder = DataFolder.open(root.resolve("drill"))) {
            DrillReport report = new Drill(PLAN, folder, Clock.systemUTC(), lines::add).run();

            assertThat(report.findings()).as(String.join("\n", lines)).isEmpty();
            assertThat(report.kills())
                    .hasSize(2)
                    .extracting(DrillReport.Kill::leftOpen)
                    .contains(true);
            assertThat(report.facts()).isPositive();
            assertThat(report.compared())
                    .allSatisfy((what, count) -> assertThat(count).as(what).isPositive());
        }
    }
}
