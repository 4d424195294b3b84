package io.tributary.api.live;

import io.tributary.api.json.Json;
import io.tributary.api.query.InsightBody;
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
    private static final int POLLS_PER_BEAT = 50;

    private final InsightHub hub;
    private final Listener listener;
    private final OptionalLong resumed;
    private final OutputStream out;

    EventStream(InsightHub hub, Listener listener, OptionalLong resumed, OutputStream out) {
        this.hub = hub;
        this.listener = listener;
        this.resumed = resumed;
        this.out = out;
    }

    @Override
    public void run() {
        try {
            send();
        } catch (IOException gone) {
            LOG.debug("a listener has gone");
        } catch (KafkaException away) {
            LOG.warn("announcements could not be read again for a listener", away);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            hub.remove(listener);
        }
    }

    private void send() throws IOException, InterruptedException {
        text("retry: 2000\n\n");
        long last = resumed.isPresent() ? missed(resumed.getAsLong()) : -1;
        for (int quiet = 1; !listener.isCutOff(); quiet++) {
            Announcement next = listener.next(LOOK);
            if (next != null && next.offset() > last) {
                event(next);
                quiet = 0;
            } else if (quiet >= LOOKS_PER_BEAT) {
                // Proxies cut silent connections, and a write is how one learns that the client has gone.
                text(": beat\n\n");
                quiet = 0;
            }
        }
    }

    /** Sends what there is behind {@code offset}, poll by poll, and says how far that went. */
    private long missed(long offset) throws IOException {
        long last = offset;
        try (Replay replay = hub.replay(listener.userId(), offset)) {
            for (int quiet = 1; !listener.isCutOff() && !replay.isDone(); quiet++) {
                for (Announcement missed : replay.next()) {
                    event(missed);
                    last = missed.offset();
                    quiet = 0;
                }
                if (quiet >= POLLS_PER_BEAT) {
                    text(": beat\n\n");
                    quiet = 0;
                }
            }
        }
        return last;
    }

    private void event(Announcement announcement) throws IOException {
        text("id: " + announcement.offset() + "\nevent: "
                + announcement.insight().getKind() + "\ndata: ");
        out.write(Json.write(InsightBody.of(announcement.insight())));
        text("\n\n");
    }

    private void text(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
