package io.tributary.standalone.acceptance;

import io.tributary.standalone.acceptance.HttpApi.Reply;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client of two instances with one retry: what cannot be sent, or is answered 503, is sent once more to the other one,
 * after as long as the answer says.
 */
final class RetryingClient {
    private static final int UNAVAILABLE = 503;

    private final List<HttpApi> instances;
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();

    RetryingClient(List<HttpApi> instances) {
        this.instances = instances;
    }

    /** How often it had to send something a second time. */
    int retries() {
        return retries.get();
    }

    /** The answer; the second one where there were two, whatever it says. */
    Reply send(String method, String path, Map<String, String> headers, String body) {
        int first = turn.getAndIncrement();
        try {
            Reply reply = instance(first).send(method, path, headers, body);
            if (reply.status() != UNAVAILABLE) {
                return reply;
            }
            pause(reply.header("Retry-After"));
        } catch (UncheckedIOException away) {
            // Sent nowhere, or broken off: every post here has an id, so that it may be sent again.
            pause("0");
        }
        retries.incrementAndGet();
        return instance(first + 1).send(method, path, headers, body);
    }

    private HttpApi instance(int number) {
        return instances.get(Math.floorMod(number, instances.size()));
    }

    private static void pause(String seconds) {
        try {
            TimeUnit.SECONDS.sleep(Long.parseLong(seconds));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }
}
