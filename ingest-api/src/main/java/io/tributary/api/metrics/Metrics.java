package io.tributary.api.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tributary.api.route.Answer;
import io.tributary.api.route.RequestTimer;
import io.tributary.api.route.Route;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.streams.KafkaStreams;

/** All measurements of the process. HTTP requests are timed by their route's template. */
public final class Metrics implements RequestTimer, AutoCloseable {

    /** What Prometheus asks for. */
    public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Deque<Runnable> closers = new ArrayDeque<>();

    /** With the JVM's own measurements. */
    public Metrics() {
        JvmGcMetrics gc = new JvmGcMetrics();
        closers.push(gc::close);
        gc.bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
    }

    /** For counters of other parts. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Adds the streams' measurements. */
    public void bind(KafkaStreams streams) {
        KafkaStreamsMetrics binder = new KafkaStreamsMetrics(streams);
        closers.push(binder::close);
        binder.bindTo(registry);
    }

    /** Adds a producer's measurements. */
    public void bind(Producer<?, ?> producer) {
        KafkaClientMetrics binder = new KafkaClientMetrics(producer);
        closers.push(binder::close);
        binder.bindTo(registry);
    }

    @Override
    public void answered(Route route, int status, Duration took) {
        Timer.builder("http.server.requests")
                .description("Time to answer, by route")
                .tag("method", route.method().name())
                .tag("route", route.path())
                .tag("status", Integer.toString(status))
                .publishPercentileHistogram(false)
                .register(registry)
                .record(took);
    }

    /** Everything, as Prometheus reads it. */
    public Answer scrape() {
        byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
        return Answer.ok(new Answer.Content(CONTENT_TYPE, text));
    }

    @Override
    public void close() {
        while (!closers.isEmpty()) {
            closers.pop().run();
        }
        registry.close();
    }
}
