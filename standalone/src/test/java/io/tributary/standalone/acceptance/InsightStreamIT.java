package io.tributary.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.standalone.acceptance.EventSource.Event;
import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Insights come as they happen, and a client that was away is told all that it has missed, once. */
class InsightStreamIT {
    private static final int DUPLICATES = 24;
    private static final int MISSED = 2_500;
    private static final int PER_CONNECTION = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final TestServer server = TestServer.shared();
    private final HttpApi api = new HttpApi(server.url());

    @Test
    void shouldTellOfADuplicateChargeAsItHappens() {
        String user = "listener";
        try (EventSource events = listen(user, "")) {
            charge(api, user, 0);

            Event event = nextDuplicate(events);

            JsonNode insight = HttpApi.json(event.data());
            assertThat(insight.at("/kind").asText()).isEqualTo("DUPLICATE_CHARGE");
            assertThat(insight.at("/state").asText()).isEqualTo("OPEN");
            assertThat(insight.at("/evidence")).extracting(JsonNode::asText).containsExactly("b0", "a0");
            assertThat(event.id()).matches("\\d+");
        }
    }

    @Test
    void shouldResumeWithoutLossOrRepetitionWhereverAConnectionBreaks()
            throws InterruptedException, ExecutionException {
        String user = "resumer";
        ExecutorService charging = Executors.newSingleThreadExecutor();
        try {
            List<Event> seen = new ArrayList<>();
            Future<?> charged;
            try (EventSource events = listen(user, "")) {
                charged = charging.submit(
                        () -> IntStream.range(0, DUPLICATES).forEach(number -> charge(api, user, number)));
                seen.add(events.next(PATIENCE));
            }
            while (duplicates(seen).size() < DUPLICATES) {
                resume(user, seen);
            }
            charged.get();

            assertThat(seen)
                    .extracting(event -> Long.valueOf(event.id()))
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(duplicates(seen))
                    .containsExactlyElementsOf(IntStream.range(0, DUPLICATES)
                            .mapToObj(number -> "b" + number)
                            .toList());
            assertThat(replayed(user, seen.get(0), seen.size() - 1)).isEqualTo(seen.subList(1, seen.size()));
        } finally {
            charging.shutdownNow();
        }
    }

    @Test
    void shouldResumeBehindMoreThanIsReadAtOnce() {
        String user = "absentee";
        Event first;
        try (EventSource events = listen(user, "")) {
            post(user, merchants(user, 0, 1));
            first = events.next(PATIENCE);
        }
        post(user, merchants(user, 1, MISSED));
        awaitAnnounced(user, MISSED + 1);

        List<Event> missed = replayed(user, first, MISSED);

        assertThat(missed)
                .extracting(
                        event -> HttpApi.json(event.data()).at("/evidence/0").asText())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, MISSED)
                        .mapToObj(number -> "m" + number)
                        .toList());
    }

    /** Until all findings are there, and the announcement of a later one with them. */
    private void awaitAnnounced(String user, int count) {
        Awaitility.await("findings of " + user)
                .atMost(PATIENCE)
                .until(() -> api.get(HttpApi.user(user, "transactions/m" + (count - 1)))
                                .status()
                        == 200);
        try (EventSource events = listen(user, "")) {
            post(user, merchants(user, count, 1));
            String last = "m" + count;
            while (!HttpApi.json(events.next(PATIENCE).data())
                    .at("/evidence/0")
                    .asText()
                    .equals(last)) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void shouldResumeAfterARestart() {
        String user = "survivor";
        try (EventSource events = listen(user, "")) {
            charge(api, user, 0);
            Event last = nextDuplicate(events);

            server.restart();

            awaitNobodyAnswered();
            HttpApi again = new HttpApi(server.url());
            charge(again, user, 1);
            try (EventSource resumed = listen(user, last.id())) {
                assertThat(duplicates(List.of(nextDuplicate(resumed)))).containsExactly("b1");
            }
        }
    }

    private static void awaitNobodyAnswered() {
        Awaitility.await("nothing goes on for those who left")
                .atMost(PATIENCE)
                .during(Duration.ofSeconds(2))
                .until(() -> !isSomebodyAnswered());
    }

    /** Whether a thread that sends events is busy with anything else, such as an exchange that has ended. */
    private static boolean isSomebodyAnswered() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("insight-stream"))
                .flatMap(thread -> Stream.of(thread.getValue()))
                .anyMatch(frame -> frame.getClassName().startsWith("io.javalin.http.servlet"));
    }

    private String merchants(String user, int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(number -> transaction(user, "m" + number, "5.00", now.toString())
                        .replace("TESCO STORES 3297", "SHOP " + word(number)))
                .collect(Collectors.joining("\n"));
    }

    /** A name of letters only, for digits are not kept in the names of merchants. */
    private static String word(int number) {
        return Integer.toString(number + 50_000, 26)
                .chars()
                .map(digit -> Character.isDigit(digit) ? digit - '0' + 'A' : Character.toUpperCase(digit) - 'A' + 'K')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    private void post(String user, String lines) {
        Reply reply = api.post(HttpApi.BASE + "/transactions:stream", "application/x-ndjson", lines);
        assertThat(reply.text().lines()).as(user).noneMatch(line -> line.contains("problem"));
    }

    /** Goes on where the events seen end, for some events, then breaks off in the middle of whatever comes. */
    private void resume(String user, List<Event> seen) {
        try (EventSource events = listen(user, seen.get(seen.size() - 1).id())) {
            for (int count = 0; count < PER_CONNECTION && duplicates(seen).size() < DUPLICATES; count++) {
                seen.add(events.next(PATIENCE));
            }
        }
    }

    /** What a client is told that was away since {@code last}. */
    private List<Event> replayed(String user, Event last, int count) {
        try (EventSource events = listen(user, last.id())) {
            return Stream.generate(() -> events.next(PATIENCE)).limit(count).toList();
        }
    }

    private EventSource listen(String user, String lastEventId) {
        EventSource events = EventSource.open(
                server.url().resolve(HttpApi.user(user, "insights/stream")), Map.of("Last-Event-ID", lastEventId));
        assertThat(events.status()).isEqualTo(200);
        return events;
    }

    /** Two charges of the same amount within a minute; other numbers are hours apart. */
    private void charge(HttpApi posting, String user, int number) {
        Instant at = now.minus(DUPLICATES - number, ChronoUnit.HOURS);
        for (String id : List.of("a" + number, "b" + number)) {
            Instant when = id.startsWith("a") ? at : at.plusSeconds(45);
            Reply reply = posting.post(
                    HttpApi.BASE + "/transactions?wait=true",
                    transaction(user, id, "9." + (10 + number), when.toString()));
            assertThat(reply.status()).as(reply.text()).isIn(201, 202);
        }
    }

    private static Event nextDuplicate(EventSource events) {
        Event event = events.next(PATIENCE);
        while (!event.kind().equals("DUPLICATE_CHARGE")) {
            event = events.next(PATIENCE);
        }
        return event;
    }

    private static List<String> duplicates(List<Event> events) {
        return events.stream()
                .filter(event -> event.kind().equals("DUPLICATE_CHARGE"))
                .map(event -> HttpApi.json(event.data()).at("/evidence/0").asText())
                .toList();
    }

    private static String transaction(String user, String id, String amount, String at) {
        return """
                {"user_id":"%s","id":"%s","amount":"%s","currency":"GBP","description":"TESCO STORES 3297",\
                "occurred_at":"%s"}""".formatted(user, id, amount, at);
    }
}
