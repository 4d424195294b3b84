package io.tributary.benchmarks.soak;

import io.tributary.api.ingest.KafkaRawLog;
import io.tributary.benchmarks.stage.Stage;
import io.tributary.benchmarks.workload.Workload;
import io.tributary.schemas.serde.SchemaUse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Sends facts to the input topic as the API does. */
final class Writes implements AutoCloseable {

    private final KafkaRawLog log;
    private final Pace pace;
    private final AtomicLong sent = new AtomicLong();

    Writes(Stage stage, Workload workload, int perSecond) {
        this.log = new KafkaRawLog(
                Map.of("bootstrap.servers", stage.bootstrapServers()), stage.schemas(), SchemaUse.REGISTER, "soak");
        this.pace = new Pace("soak-writes", perSecond, () -> {
            var unused = log.append(workload.next());
            sent.incrementAndGet();
        });
    }

    void start() {
        pace.start();
    }

    long sent() {
        return sent.get();
    }

    @Override
    public void close() {
        pace.close();
        log.close();
    }
}
