package io.tributary.api.ingest;

import io.tributary.api.peers.OwnerPost;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One other instance, which does as a test says. */
final class OtherInstance implements OwnerPost {

    private final List<String> asked = new ArrayList<>();
    private @Nullable String here;
    private boolean away;
    private Optional<Answer> answer = Optional.empty();

    /** It has every user but this one, who is here. */
    void hasAllBut(String userId) {
        here = userId;
    }

    void answers(Answer given) {
        answer = Optional.of(given);
    }

    void isAway() {
        away = true;
    }

    void refuses() {
        away = false;
        answer = Optional.empty();
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public boolean isHere(String userId) {
        return userId.equals(here);
    }

    @Override
    public Optional<URI> elsewhere(String userId) {
        return isHere(userId) ? Optional.empty() : Optional.of(URI.create("http://127.0.0.1:1"));
    }

    @Override
    public Optional<Answer> post(String userId, Request request, byte[] body) throws IOException {
        asked.add(new String(body, StandardCharsets.UTF_8));
        if (away) {
            throw new IOException("away");
        }
        return answer;
    }

    @Override
    public CompletableFuture<Optional<Answer>> send(URI instance, Request request, byte[] body) {
        asked.add(new String(body, StandardCharsets.UTF_8));
        return away
                ? CompletableFuture.failedFuture(new IOException("away"))
                : CompletableFuture.completedFuture(answer);
    }
}
