package io.tributary.api;

import io.tributary.api.cluster.Cluster;
import io.tributary.api.cluster.CommittedRecords;
import io.tributary.api.cluster.StartChecks;
import io.tributary.api.config.ServerConfig;
import io.tributary.api.docs.Health;
import io.tributary.api.docs.PartitionsView;
import io.tributary.api.figures.FigureRoutes;
import io.tributary.api.fx.FxLog;
import io.tributary.api.fx.FxRoutes;
import io.tributary.api.fx.FxTail;
import io.tributary.api.ingest.Commands;
import io.tributary.api.ingest.IngestRoutes;
import io.tributary.api.ingest.KafkaRawLog;
import io.tributary.api.live.InsightConsumers;
import io.tributary.api.live.InsightHub;
import io.tributary.api.live.LiveRoutes;
import io.tributary.api.metrics.Metrics;
import io.tributary.api.pacemaker.Pacemaker;
import io.tributary.api.peers.Forwarding;
import io.tributary.api.peers.Handover;
import io.tributary.api.peers.PeerPosts;
import io.tributary.api.position.GroupOffsets;
import io.tributary.api.position.Positions;
import io.tributary.api.query.QueryRoutes;
import io.tributary.api.query.Readings;
import io.tributary.api.route.Detour;
import io.tributary.api.route.Route;
import io.tributary.api.settings.SettingsRoutes;
import io.tributary.api.streams.LateStores;
import io.tributary.api.streams.SharedRocksDb;
import io.tributary.api.streams.StreamsOwners;
import io.tributary.api.streams.StreamsProperties;
import io.tributary.api.streams.StreamsRunner;
import io.tributary.api.streams.TopicSetup;
import io.tributary.api.streams.Views;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.SchemaRegistration;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SerdeConfig;
import io.tributary.topologies.Pipeline;
import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.classify.Classifiers;
import io.tributary.topologies.ledger.LedgerConfig;
import io.tributary.topologies.progress.PositionBoard;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.errors.StreamsNotStartedException;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Puts the parts of an instance together. What has to be closed is handed to {@code keep} as soon as it is there. */
final class Assembly {

    private static final Duration ADMIN_PATIENCE = Duration.ofSeconds(1);

    private final ServerConfig config;
    private final Metrics metrics;
    private final Keeper keeper;
    private final Clock clock = Clock.systemUTC();
    private final PositionBoard board = new PositionBoard();
    private final LateStores stores = new LateStores();
    private final SchemaRegistry registry;
    private final SchemaUse schemas;
    private final Classifiers classifiers;
    private final Admin admin;
    private final KafkaRawLog log;
    private final int partitions;
    private final FxTail fx;
    private final AtomicReference<@Nullable StreamsRunner> streams = new AtomicReference<>();
    private final AtomicReference<@Nullable LiveRoutes> listeners = new AtomicReference<>();
    private volatile boolean leaving;

    /** Takes what has to be closed in the end. */
    @FunctionalInterface
    interface Keeper {
        <T extends AutoCloseable> T keep(T part);
    }

    Assembly(ServerConfig config, Metrics metrics, Keeper keeper) {
        this.config = config;
        this.metrics = metrics;
        this.keeper = keeper;
        this.registry = SchemaRegistry.connect(config.registry());
        this.schemas = SerdeConfig.from(config.registry()).schemaUse();
        new SchemaRegistration(registry, schemas).run(Topics.all());
        this.admin = keeper.keep(Admin.create(new HashMap<>(config.kafka())));
        this.partitions = partitions();
        this.classifiers = Classifiers.load();
        this.log = keeper.keep(new KafkaRawLog(config.kafka(), registry, schemas, "tributary-api"));
        metrics.bind(log.producer());
        this.fx = keeper.keep(FxTail.start(config.kafka(), registry));
    }

    /** The route table, of an instance that the others reach under {@code advertised}. */
    List<Route> routes(Supplier<String> advertised) {
        Views views = new Views(stores, () -> partitions);
        Positions positions =
                new Positions(board, GroupOffsets.of(admin, config.streams().applicationId(), ADMIN_PATIENCE));
        Commands commands = new Commands(log, positions, views, clock);
        Readings readings = readings(views, positions);
        InsightHub hub = keeper.keep(new InsightHub(new InsightConsumers(config.kafka(), registry)));
        hub.start();
        LiveRoutes live = new LiveRoutes(hub);
        listeners.set(live);
        List<Route> domain = Stream.of(
                        new IngestRoutes(
                                        log,
                                        commands,
                                        positions,
                                        views,
                                        clock,
                                        new PeerPosts(owners(advertised), views::partitionOf))
                                .routes(),
                        new QueryRoutes(readings, classifiers).routes(),
                        new FigureRoutes(readings).routes(),
                        live.routes(),
                        new SettingsRoutes(readings, commands).routes(),
                        new FxRoutes(new FxLog(log.producer(), registry, schemas), fx).routes())
                .flatMap(List::stream)
                .toList();
        return Routes.all(domain, health(hub), metrics, Version.current());
    }

    /** The way to the instance that has a user. */
    Detour detour(Supplier<String> advertised) {
        Views views = new Views(stores, () -> partitions);
        Views copies = new Views(this::openCopy, () -> partitions);
        Positions positions = new Positions(board, partition -> OptionalLong.empty());
        Readings readings = readings(copies, positions);
        Commands commands = new Commands(log, positions, copies, clock);
        List<Route> standby = Stream.of(
                        new QueryRoutes(readings, classifiers).routes(),
                        new FigureRoutes(readings).routes(),
                        new SettingsRoutes(readings, commands).routes())
                .flatMap(List::stream)
                .toList();
        return new Forwarding(owners(advertised), views::partitionOf, standby);
    }

    private StreamsOwners owners(Supplier<String> advertised) {
        return new StreamsOwners(board::isOwned, streams::get, advertised);
    }

    /** From now on it says that it is not ready, and goes on answering. */
    void leave() {
        leaving = true;
    }

    /** Those who listen to announcements; closed before the server that they hold open. */
    AutoCloseable listeners() {
        return () -> {
            LiveRoutes live = listeners.get();
            if (live != null) {
                live.close();
            }
        };
    }

    private ReadOnlyKeyValueStore<Bytes, byte[]> openCopy(String store, int partition) {
        StreamsRunner runner = streams.get();
        if (runner == null) {
            throw new StreamsNotStartedException("the streams have not been started");
        }
        return runner.openCopy(store, partition);
    }

    /** Starts the streams, then what needs their state. */
    StreamsRunner startStreams(String advertised) {
        var unused = keeper.keep(new Handover(owners(() -> advertised), partitions));
        SharedRocksDb.Memory memory = keeper.keep(new SharedRocksDb.Memory(
                config.streams().cacheBytes(), config.streams().writeBufferBytes()));
        Properties properties = StreamsProperties.of(config, memory, advertised);
        Pipeline pipeline = new Pipeline(pipelineConfig(), registry, schemas, classifiers, board);
        StreamsRunner runner = keeper.keep(new StreamsRunner(pipeline.build(properties), properties));
        streams.set(runner);
        stores.startedAs(runner);
        runner.start();
        metrics.bind(runner.streams());
        Views views = new Views(stores, () -> partitions);
        Pacemaker pacemaker = keeper.keep(new Pacemaker(log, board::isOwned, views::due, advertised));
        pacemaker.start(config.pacemaker());
        return runner;
    }

    private Readings readings(Views views, Positions positions) {
        return new Readings(
                views,
                positions,
                fx.table(),
                config.defaults().timeZone(),
                config.defaults().currency(),
                clock);
    }

    private PipelineConfig pipelineConfig() {
        PipelineConfig defaults = PipelineConfig.defaults(partitions);
        LedgerConfig ledger = defaults.ledger();
        LedgerConfig zoned = new LedgerConfig(
                config.defaults().timeZone(),
                ledger.cachedEntries(),
                ledger.cachedTotals(),
                ledger.cachedUsers(),
                ledger.jobRows(),
                ledger.jobChanges(),
                ledger.keepJobs(),
                ledger.verdicts());
        return defaults.with(zoned);
    }

    private int partitions() {
        TopicSetup topics = new TopicSetup(admin);
        if (config.topics().create()) {
            var unused = topics.create(config.topics());
        }
        int found = topics.logPartitions();
        new StartChecks(
                        new Cluster(admin),
                        new CommittedRecords(config.kafka()),
                        config.streams().applicationId(),
                        found)
                .run();
        return found;
    }

    private Health health(InsightHub hub) {
        Map<String, Supplier<String>> parts = Map.of(
                "streams",
                this::streamsHealth,
                "fx",
                () -> fx.isReady() ? Health.OK : "exchange rates are not read yet",
                "insights",
                () -> hub.isReady() ? Health.OK : "announcements are not followed");
        return new Health(
                parts,
                () -> new PartitionsView(
                        partitions,
                        IntStream.range(0, partitions)
                                .filter(board::isOwned)
                                .boxed()
                                .toList()));
    }

    private String streamsHealth() {
        StreamsRunner runner = streams.get();
        if (runner == null) {
            return "not started";
        }
        if (leaving) {
            return "stopping";
        }
        return runner.isReady() ? Health.OK : runner.state().name().toLowerCase(Locale.ROOT);
    }
}
