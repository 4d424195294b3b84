package io.tributary.api.live;

import io.tributary.api.json.Json;
import io.tributary.api.query.InsightBody;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one listener what it has missed, then what comes, and a sign of life in between. */
final class EventStream implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int LOOKS_PER_BEAT = 15;

    private final InsightHub hub;
    private final Listener listener;
    private final OptionalLong resumed;
    private final AsyncContext async;

    EventStream(InsightHub hub, Listener listener, OptionalLong resumed, AsyncContext async) {
        this.hub = hub;
        this.listener = listener;
        this.resumed = resumed;
        this.async = async;
    }

    @Override
    public void run() {
        try {
            send(async.getResponse().getOutputStream());
        } catch (IOException gone) {
            LOG.debug("a listener has gone");
        } catch (KafkaException away) {
            LOG.warn("announcements could not be read again for a listener", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            hub.remove(listener);
            async.complete();
        }
    }

    private void send(OutputStream out) throws IOException, InterruptedException {
        text(out, "retry: 2000\n\n");
        long last = -1;
        if (resumed.isPresent()) {
            last = resumed.getAsLong();
            for (Announcement missed : hub.after(listener.userId(), last)) {
                event(out, missed);
                last = missed.offset();
            }
        }
        for (int quiet = 1; !listener.isCutOff(); quiet++) {
            Announcement next = listener.next(LOOK);
            if (next != null && next.offset() > last) {
                event(out, next);
                quiet = 0;
            } else if (quiet >= LOOKS_PER_BEAT) {
                // Proxies cut silent connections, and a write is how one learns that the client has gone.
                text(out, ": beat\n\n");
                quiet = 0;
            }
        }
    }

    private static void event(OutputStream out, Announcement announcement) throws IOException {
        text(
                out,
                "id: " + announcement.offset() + "\nevent: "
                        + announcement.insight().getKind() + "\ndata: ");
        out.write(Json.write(InsightBody.of(announcement.insight())));
        text(out, "\n\n");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
