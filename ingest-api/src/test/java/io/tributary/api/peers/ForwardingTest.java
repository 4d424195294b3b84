package io.tributary.api.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import io.tributary.api.auth.Callers;
import io.tributary.api.position.PositionToken;
import io.tributary.api.problem.Problem;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Endpoint;
import io.tributary.api.route.PassedOn;
import io.tributary.api.route.Problems;
import io.tributary.api.route.Route;
import io.tributary.api.route.Router;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two instances: whatever one of them is asked, it answers as the one that has the user does. */
final class ForwardingTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final String PATH = "/api/v1/users/ada/figure";
    private static final String TOKEN = PositionToken.at(0, 1).text();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Javalin> started = new ArrayList<>();
    private final Placement near = new Placement();
    private final Placement far = new Placement();
    private final URI farUrl = serve("far", far);
    private final URI nearUrl = serve("near", near);

    @AfterEach
    void stop() {
        started.forEach(Javalin::stop);
    }

    @Test
    void shouldLetTheOwnerAnswer() throws Exception {
        far.here = true;
        near.owner = List.of(farUrl);
        assertThat(get(nearUrl).body()).isEqualTo("\"far\"");
        assertThat(get(farUrl).body()).isEqualTo("\"far\"");
        assertThat(put(nearUrl, "1").body()).isEqualTo("\"far 1\"");
    }

    @Test
    void shouldAnswerFromTheCopyHereWhereTheOwnerIsAway() throws Exception {
        near.owner = List.of(NOBODY);
        near.copy = true;
        HttpResponse<String> old = get(nearUrl);
        assertThat(old.body()).isEqualTo("\"copy of near\"");
        assertThat(old.headers().firstValue("Tributary-Stale")).hasValue("true");
    }

    @Test
    void shouldAnswerFromACopyElsewhereWhereThereIsNoneHere() throws Exception {
        near.owner = List.of(NOBODY);
        near.copies = List.of(NOBODY, farUrl);
        far.copy = true;
        HttpResponse<String> old = get(nearUrl);
        assertThat(old.body()).isEqualTo("\"copy of far\"");
        assertThat(old.headers().firstValue("Tributary-Stale")).hasValue("true");
    }

    @Test
    void shouldNeverAnswerATokenFromACopy() throws Exception {
        near.owner = List.of(NOBODY);
        near.copy = true;
        near.copies = List.of(farUrl);
        far.copy = true;
        HttpResponse<String> refused = get(nearUrl, PositionToken.HEADER, TOKEN);
        assertUnavailable(refused);
        assertThat(refused.headers().firstValue("Tributary-Stale")).isEmpty();
        assertUnavailable(get(farUrl, PositionToken.HEADER, TOKEN, PassedOn.HEADER, "COPY"));
    }

    @Test
    void shouldSayThatNeitherOwnerNorCopyAnswers() throws Exception {
        near.owner = List.of(NOBODY, farUrl);
        assertUnavailable(get(nearUrl));
    }

    @Test
    void shouldWaitForAPartitionThatIsOnItsWay() throws Exception {
        near.owner = List.of(farUrl);
        far.arrivesAfter = 3;
        near.inMotion = true;
        assertThat(get(nearUrl, PositionToken.HEADER, TOKEN).body()).isEqualTo("\"far\"");
        far.arrivesAfter = 3;
        assertThat(put(nearUrl, "2").body()).isEqualTo("\"far 2\"");
        near.owner = List.of();
        near.arrivesAfter = 3;
        assertThat(get(nearUrl, PositionToken.HEADER, TOKEN).body()).isEqualTo("\"near\"");
    }

    @Test
    void shouldPreferACopyToAPartitionThatLeavesDuringTheRead() throws Exception {
        near.here = true;
        near.leaving = true;
        near.copy = true;
        assertThat(get(nearUrl).body()).isEqualTo("\"copy of near\"");
        near.inMotion = true;
        near.owner = List.of(farUrl);
        far.here = true;
        HttpResponse<String> refused = get(nearUrl, PassedOn.HEADER, "OWNER");
        assertThat(refused.headers().firstValue(PassedOn.NOT_HERE)).isPresent();
    }

    @Test
    void shouldAskTheNextOwnerWhereATokenIsWaitedForAtTheLastOne() throws Exception {
        far.here = true;
        far.leavesAfterARead = true;
        near.owner = List.of(farUrl);
        near.inMotion = true;
        near.arrivesAfter = 3;
        assertThat(get(nearUrl, PositionToken.HEADER, TOKEN).body()).isEqualTo("\"near\"");
    }

    @Test
    void shouldTakeAWriteHereWhoseOwnerIsAway() throws Exception {
        near.owner = List.of(NOBODY);
        assertThat(put(nearUrl, "3").body()).isEqualTo("\"near 3\"");
    }

    @Test
    void shouldPassOnOnceOnly() throws Exception {
        near.owner = List.of(farUrl);
        far.owner = List.of(nearUrl);
        HttpResponse<String> refused = get(nearUrl, PassedOn.HEADER, "OWNER");
        assertUnavailable(refused);
        assertThat(refused.headers().firstValue(PassedOn.NOT_HERE)).isPresent();
    }

    private static void assertUnavailable(HttpResponse<String> refused) {
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith(Problem.CONTENT_TYPE);
    }

    private HttpResponse<String> get(URI instance, String... headers) throws Exception {
        return send(HttpRequest.newBuilder(instance.resolve(PATH)), headers);
    }

    private HttpResponse<String> put(URI instance, String body) throws Exception {
        return send(
                HttpRequest.newBuilder(instance.resolve(PATH)).PUT(BodyPublishers.ofString(body)),
                "Content-Type",
                "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) throws Exception {
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI serve(String name, Placement placement) {
        Endpoint read = request -> placement.read(name);
        Endpoint copy = request -> placement.readCopy("copy of " + name);
        Endpoint write = request -> Answer.ok(name + " " + request.body(Integer.class));
        Forwarding forwarding = new Forwarding(placement, user -> 0, List.of(route(HandlerType.GET, copy)));
        List<Route> routes = List.of(
                route(HandlerType.GET, read),
                Route.of(HandlerType.PUT, "/api/v1/users/{user}/figure", "Writes")
                        .reads(Integer.class)
                        .by(write));
        Router router = new Router(routes, Callers.trusted(), forwarding, (route, status, took) -> {}, new Problems());
        Javalin javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    router.install(config);
                })
                .start("127.0.0.1", 0);
        started.add(javalin);
        return URI.create("http://127.0.0.1:" + javalin.port());
    }

    private static Route route(HandlerType method, Endpoint endpoint) {
        return Route.of(method, "/api/v1/users/{user}/figure", "Reads").by(endpoint);
    }

    /** Where the one partition is, as an instance sees it. */
    private static final class Placement implements Owners {

        private volatile boolean here;
        private volatile boolean leaving;
        private volatile boolean leavesAfterARead;
        private volatile boolean copy;
        private volatile boolean inMotion;
        private volatile int arrivesAfter;
        private volatile List<URI> owner = List.of();
        private volatile List<URI> copies = List.of();
        private final AtomicInteger looks = new AtomicInteger();

        Answer read(String answer) {
            if (leaving) {
                throw new InvalidStateStoreException("leaving");
            }
            if (leavesAfterARead) {
                here = false;
                throw ProblemException.unavailable("not reached", Duration.ofSeconds(1));
            }
            return Answer.ok(answer);
        }

        Answer readCopy(String answer) {
            if (!copy) {
                throw new InvalidStateStoreException("none");
            }
            return Answer.ok(answer);
        }

        @Override
        public boolean isHere(int partition) {
            if (arrivesAfter > 0 && looks.incrementAndGet() >= arrivesAfter) {
                looks.set(0);
                arrivesAfter = 0;
                here = true;
                return true;
            }
            return here;
        }

        @Override
        public List<URI> elsewhere(int partition) {
            return owner;
        }

        @Override
        public List<URI> copies(int partition) {
            return copies;
        }

        @Override
        public boolean isInMotion() {
            return inMotion;
        }
    }
}
