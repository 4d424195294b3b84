package io.tributary.api;

import io.tributary.api.docs.Health;
import io.tributary.api.docs.PartitionsView;
import io.tributary.api.figures.FigureRoutes;
import io.tributary.api.fx.FxLog;
import io.tributary.api.fx.FxRoutes;
import io.tributary.api.fx.FxTail;
import io.tributary.api.ingest.Commands;
import io.tributary.api.ingest.IngestRoutes;
import io.tributary.api.ingest.RawLogInMemory;
import io.tributary.api.live.InsightConsumers;
import io.tributary.api.live.InsightHub;
import io.tributary.api.live.LiveRoutes;
import io.tributary.api.metrics.Metrics;
import io.tributary.api.position.Positions;
import io.tributary.api.query.QueryRoutes;
import io.tributary.api.query.Readings;
import io.tributary.api.route.Route;
import io.tributary.api.settings.SettingsRoutes;
import io.tributary.api.streams.LateStores;
import io.tributary.api.streams.Views;
import io.tributary.schemas.serde.RegistryInMemory;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.progress.PositionBoard;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The whole route table over a log in memory and streams that have not been started. */
public final class RouteTable implements AutoCloseable {

    /** What the log was given. */
    public final RawLogInMemory log = new RawLogInMemory(4);

    private final Metrics metrics = new Metrics();
    private final InsightHub hub;
    private final FxTail fx;
    private final List<Route> routes;

    /** Ready to serve. */
    public RouteTable() {
        SchemaRegistry registry = new RegistryInMemory();
        fx = new FxTail(new MockConsumer<>("earliest"), registry);
        Clock clock = Clock.fixed(Instant.parse("2026-12-01T12:00:00Z"), ZoneOffset.UTC);
        Views views = new Views(new LateStores(), log::partitions);
        Positions positions = new Positions(new PositionBoard(), partition -> OptionalLong.empty());
        Commands commands = new Commands(log, positions, views, clock);
        Readings readings = new Readings(views, positions, fx.table(), ZoneOffset.UTC, "EUR", clock);
        hub = new InsightHub(new InsightConsumers(Map.of("bootstrap.servers", "127.0.0.1:1"), registry));
        MockProducer<String, byte[]> producer =
                new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        List<Route> domain = Stream.of(
                        new IngestRoutes(log, commands, positions, views, clock).routes(),
                        new QueryRoutes(readings, Classifiers.load()).routes(),
                        new FigureRoutes(readings).routes(),
                        new LiveRoutes(hub).routes(),
                        new SettingsRoutes(readings, commands).routes(),
                        new FxRoutes(new FxLog(producer, registry, SchemaUse.REGISTER), fx).routes())
                .flatMap(List::stream)
                .toList();
        Health health = new Health(Map.of("streams", () -> "not started"), () -> new PartitionsView(4, List.of()));
        routes = Routes.all(domain, health, metrics, "test");
    }

    /** The table. */
    public List<Route> routes() {
        return routes;
    }

    /** The measurements. */
    public Metrics metrics() {
        return metrics;
    }

    @Override
    public void close() {
        fx.close();
        hub.close();
        metrics.close();
    }
}
