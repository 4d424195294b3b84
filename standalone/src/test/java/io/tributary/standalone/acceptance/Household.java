package io.tributary.standalone.acceptance;

import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * One client that posts, changes and reads without a break, for users of its own, and knows to the cent what it was told
 * that the log has. It looks at nothing but its requests and their answers.
 */
final class Household implements Runnable {
    private static final String TRANSACTIONS = HttpApi.BASE + "/transactions";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final HttpHeaders NO_HEADERS = HttpHeaders.of(Map.of(), (name, value) -> true);
    private static final int USERS = 3;
    private static final long PAUSE_MILLIS = 10;

    private final String name;
    private final RetryingClient client;
    private final boolean persistent;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> cents = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;
    private final AtomicInteger stale = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();

    /**
     * Not running yet.
     *
     * @param persistent posts until it is told that the log has it, however often that fails
     */
    Household(String name, RetryingClient client, boolean persistent) {
        this.name = name;
        this.client = client;
        this.persistent = persistent;
    }

    List<String> users() {
        return IntStream.range(0, USERS).mapToObj(i -> name + "-" + i).toList();
    }

    /** What failed, in a few words each. */
    List<String> failures() {
        return new ArrayList<>(failures);
    }

    /** How many answers came from a copy. */
    int stale() {
        return stale.get();
    }

    int requests() {
        return requests.get();
    }

    /** The sum of what was acknowledged of a user, in cents. */
    long cents(String user) {
        return cents.getOrDefault(user, 0L);
    }

    /** How many transactions of a user were acknowledged. */
    long count(String user) {
        return acknowledged.stream().filter(key -> key.startsWith(user + "/")).count();
    }

    void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        for (int number = 1; !stopping; number++) {
            String user = name + "-" + number % USERS;
            String id = "t" + number;
            switch (number % 4) {
                case 0 -> post(TRANSACTIONS + "?wait=true", row(user, id, number), Map.of(user + "/" + id, number));
                case 1 -> postAndRead(user, id, number);
                case 2 -> postList(number);
                default -> changeAndRead(user, number);
            }
            sleep();
        }
    }

    private void postAndRead(String user, String id, int number) {
        String position = post(TRANSACTIONS, row(user, id, number), Map.of(user + "/" + id, number));
        String path = HttpApi.user(user, "transactions/" + id);
        Reply read = expect(200, "GET", path, Map.of("Tributary-Position", position), "");
        if (read.status() == 200 && !read.header("Tributary-Stale").isEmpty()) {
            failures.add("a token was answered by a copy");
        }
    }

    private void postList(int number) {
        List<String> rows = new ArrayList<>();
        Map<String, Integer> posted = new ConcurrentHashMap<>();
        for (String user : users()) {
            rows.add(row(user, "t" + number, number));
            posted.put(user + "/t" + number, number);
        }
        post(TRANSACTIONS + "?wait=true", "[" + String.join(",", rows) + "]", posted);
    }

    private void changeAndRead(String user, int number) {
        // Of every third number every user has one: a list went to all.
        String earlier = "t" + (number - 1);
        String body = "{\"description\":\"CHANGED " + number + "\"}";
        expect(200, "PATCH", TRANSACTIONS + "/" + earlier + "?user=" + user, JSON, body);
        Reply read = expect(200, "GET", HttpApi.user(user, "summary"), Map.of(), "");
        stale.addAndGet(read.header("Tributary-Stale").isEmpty() ? 0 : 1);
    }

    /** Posts, and notes the amounts, in cents, by user and id once they are acknowledged. */
    private String post(String path, String body, Map<String, Integer> posted) {
        Reply reply = expect(200, "POST", path, JSON, body);
        while (persistent && reply.status() >= 500) {
            reply = sent("POST", path, JSON, body);
        }
        if (reply.status() < 300) {
            posted.forEach((key, amount) -> {
                if (acknowledged.add(key)) {
                    cents.merge(key.substring(0, key.indexOf('/')), (long) amount, Long::sum);
                }
            });
        }
        return reply.position();
    }

    private Reply expect(int kind, String method, String path, Map<String, String> headers, String body) {
        Reply reply = sent(method, path, headers, body);
        if (reply.status() / 100 != kind / 100) {
            failures.add(method + " " + path + " " + headers.keySet() + ": " + reply.status() + " " + reply.text());
        }
        return reply;
    }

    private Reply sent(String method, String path, Map<String, String> headers, String body) {
        requests.incrementAndGet();
        try {
            return client.send(method, path, headers, body);
        } catch (UncheckedIOException away) {
            return new Reply(599, String.valueOf(away.getMessage()), "", NO_HEADERS);
        }
    }

    private static String row(String user, String id, int cents) {
        return """
                {"user_id":"%s","id":"%s","amount":"%d.%02d","currency":"EUR","description":"REWE SAGT DANKE",\
                "occurred_at":"2026-10-15"}""".formatted(user, id, cents / 100, cents % 100);
    }

    private static void sleep() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
