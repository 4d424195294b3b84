package io.tributary.standalone.drill.stage;

import io.tributary.standalone.BrokerMain;
import io.tributary.standalone.DataFolder;
import io.tributary.standalone.LoopbackPorts;
import io.tributary.standalone.RegistryProcess;
import io.tributary.standalone.StartupException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Broker, registry and application as processes of their own, on one folder and always on the same ports. */
public final class Installation implements AutoCloseable {
    /** The group of the application, and the beginning of its transactional ids. */
    public static final String APPLICATION_ID = "tributary-drill";

    private static final String READY = "ready ";
    private static final List<String> BROKER_JVM = List.of("-Xmx512m", "-XX:+UseSerialGC");
    private static final List<String> APPLICATION_JVM = List.of("-Xmx1g");

    private final DataFolder folder;
    private final RegistryProcess registry;
    private final int brokerPort = LoopbackPorts.free();
    private final int apiPort = LoopbackPorts.free();
    private @Nullable Child broker;
    private @Nullable Child application;

    private Installation(DataFolder folder, RegistryProcess registry) {
        this.folder = folder;
        this.registry = registry;
    }

    /**
     * Starts all of it; the application may still be getting ready when this returns.
     *
     * @throws StartupException when a part does not start
     */
    public static Installation start(DataFolder folder) {
        Installation installation = new Installation(folder, RegistryProcess.start(folder.registry()));
        try {
            installation.startBroker();
            installation.startApplication();
            return installation;
        } catch (StartupException refused) {
            installation.close();
            throw refused;
        }
    }

    /** What Kafka clients call {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    /** Where the registry is. */
    public String registryUrl() {
        return registry.url();
    }

    /** Where the API listens, when it does. */
    public URI api() {
        return URI.create("http://127.0.0.1:" + apiPort);
    }

    /** The application's process id. */
    public long applicationPid() {
        return application == null ? -1 : application.pid();
    }

    /** The broker's process id. */
    public long brokerPid() {
        return broker == null ? -1 : broker.pid();
    }

    /** Whether both processes run that a drill kills. */
    public boolean isAlive() {
        return broker != null && broker.isAlive() && application != null && application.isAlive();
    }

    /** {@code kill -9} of the application; returns when it is gone. */
    public void killApplication() {
        if (application != null) {
            application.kill();
            application.awaitEnd();
        }
    }

    /** {@code kill -9} of application and broker at the same moment; returns when both are gone. */
    public void killBoth() {
        if (application != null && broker != null) {
            broker.kill();
            application.kill();
            broker.awaitEnd();
            application.awaitEnd();
        }
    }

    /** Starts the broker on its folder and port and returns when it serves. */
    public void startBroker() {
        try {
            Child started = Child.start(
                    BrokerMain.class,
                    folder.logs().resolve("broker"),
                    BROKER_JVM,
                    List.of(folder.kafka().toString(), String.valueOf(brokerPort)));
            broker = started;
            String line = started.firstLine();
            if (line == null || !line.startsWith(READY)) {
                started.close();
                throw new StartupException(
                        "The broker of the drill did not start; its log is in " + folder.logs() + ".");
            }
        } catch (IOException refused) {
            throw new StartupException("The broker of the drill did not start: " + refused.getMessage(), refused);
        }
    }

    /** Starts the application; it may still be getting ready when this returns. */
    public void startApplication() {
        try {
            application =
                    Child.start(InstanceMain.class, folder.logs().resolve("application"), APPLICATION_JVM, arguments());
        } catch (IOException refused) {
            throw new StartupException("The application of the drill did not start: " + refused.getMessage(), refused);
        }
    }

    @Override
    public void close() {
        if (application != null) {
            application.close();
        }
        if (broker != null) {
            broker.close();
        }
        registry.close();
    }

    private List<String> arguments() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "http.port", String.valueOf(apiPort),
                "application.id", APPLICATION_ID,
                "state.dir", folder.streams().toString(),
                "kafka.bootstrap.servers", bootstrapServers(),
                "schema.registry.url", registryUrl()));
        return Stream.concat(
                        Stream.of("start"),
                        settings.entrySet().stream()
                                .flatMap(setting -> Stream.of("--set", setting.getKey() + "=" + setting.getValue())))
                .toList();
    }
}
