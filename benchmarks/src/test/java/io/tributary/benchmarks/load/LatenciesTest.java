package io.tributary.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.benchmarks.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    private final Latencies latencies = new Latencies();

    @Test
    void shouldCountFromWhenSomethingWasDue() {
        latencies.done(System.nanoTime() - TimeUnit.SECONDS.toNanos(3));
        latencies.failed();

        List<Figure> figures = latencies.figures("x", latencies, "note");

        assertThat(figures).extracting(Figure::name).containsExactly("x-p50", "x-p99");
        assertThat(figures).allSatisfy(figure -> {
            assertThat(figure.value()).isGreaterThanOrEqualTo(2_999);
            assertThat(figure.ratio()).isEqualTo(1.0);
            assertThat(figure.note()).startsWith("note; 1, max").endsWith("1 failed");
        });
    }

    @Test
    void shouldSayWhenNothingWasAnswered() {
        latencies.done(System.nanoTime());
        latencies.reset();
        latencies.failed();

        assertThat(latencies.figures("x", latencies, "note"))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isNull());
    }

    @Test
    void shouldKeepEveryStepDueAtItsTimeHoweverLongOneTakes() {
        List<Long> due = new ArrayList<>();
        new OpenLoop(100, 1).run((number, time) -> {
            due.add(time);
            if (number == 0) {
                sleep();
            }
        });

        assertThat(due).hasSize(100);
        for (int i = 1; i < due.size(); i++) {
            assertThat(due.get(i) - due.get(i - 1)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
