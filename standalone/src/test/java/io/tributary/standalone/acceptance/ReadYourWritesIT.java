package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A read that carries the token of a write sees the write, at once and after a restart of the process. */
class ReadYourWritesIT {
    private static final int CLIENTS = 50;
    private static final int WRITES = 200;
    /** Each waits up to two seconds at the server. */
    private static final int ATTEMPTS = 30;

    private final TestServer server = TestServer.shared();

    /** What one client wrote, and where the log had it. */
    private record Written(String user, String id, String amount, String position) {}

    @Test
    void shouldSeeEachWriteAtOnceAndAfterARestart() throws InterruptedException, ExecutionException {
        List<Written> written = inParallel(client -> writeAndRead("reader-" + client));
        assertThat(written).hasSize(CLIENTS * WRITES);

        server.restart();

        HttpApi api = new HttpApi(server.url());
        List<Written> again = inParallel(client -> written.stream()
                .filter(write -> write.user().equals("reader-" + client))
                .peek(write -> assertSeen(api, write))
                .toList());
        assertThat(again).hasSize(CLIENTS * WRITES);
    }

    private List<Written> writeAndRead(String user) {
        HttpApi api = new HttpApi(server.url());
        List<Written> written = new ArrayList<>();
        for (int number = 0; number < WRITES; number++) {
            Written write = write(api, user, number);
            assertSeen(api, write);
            written.add(write);
        }
        return written;
    }

    private static Written write(HttpApi api, String user, int number) {
        String id = "t" + number;
        String amount = "%d.%02d".formatted(1 + number, number % 100);
        Reply reply = api.post(HttpApi.BASE + "/transactions", """
                {"user_id":"%s","id":"%s","amount":"%s","currency":"GBP","description":"TESCO STORES 3297",
                 "occurred_at":"2026-06-15T12:00:00Z"}""".formatted(user, id, amount));
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return new Written(user, id, amount, reply.position());
    }

    private static void assertSeen(HttpApi api, Written write) {
        String path = HttpApi.user(write.user(), "transactions/" + write.id());
        Reply reply = api.get(path, write.position());
        // The contract allows "not yet" while the process is behind; never an answer without the write.
        for (int attempt = 1; reply.status() == 503 && attempt < ATTEMPTS; attempt++) {
            reply = api.get(path, write.position());
        }
        assertThat(reply.status())
                .as("%s %s: %s", write.user(), write.id(), reply.text())
                .isEqualTo(200);
        assertThat(reply.json().at("/amount/amount").asText()).isEqualTo(write.amount());
    }

    private interface Client {
        List<Written> run(int number);
    }

    private static List<Written> inParallel(Client client) throws InterruptedException, ExecutionException {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Callable<List<Written>>> work = IntStream.range(0, CLIENTS)
                    .<Callable<List<Written>>>mapToObj(number -> () -> client.run(number))
                    .toList();
            List<Written> all = new ArrayList<>();
            for (Future<List<Written>> done : clients.invokeAll(work)) {
                all.addAll(done.get());
            }
            return all;
        } finally {
            clients.shutdownNow();
        }
    }
}
