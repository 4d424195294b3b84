package io.tributary.api;

import io.javalin.http.HandlerType;
import io.tributary.api.auth.Access;
import io.tributary.api.docs.Health;
import io.tributary.api.docs.HealthView;
import io.tributary.api.docs.Pages;
import io.tributary.api.docs.PartitionsView;
import io.tributary.api.metrics.Metrics;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.OpenApi;
import io.tributary.api.route.Reply;
import io.tributary.api.route.Route;
import java.util.List;
import java.util.stream.Stream;

/** All routes, in the order of the documentation. The router and the OpenAPI document are made from this list alone. */
public final class Routes {

    private static final String HTML = "text/html";

    private Routes() {}

    /**
     * The table.
     *
     * @param domain the routes of the product
     * @param health of the process
     * @param metrics of the process
     * @param version of the service, for the document
     */
    public static List<Route> all(List<Route> domain, Health health, Metrics metrics, String version) {
        return withDocument(
                Stream.concat(domain.stream(), system(health, metrics).stream()).toList(), version);
    }

    private static List<Route> system(Health health, Metrics metrics) {
        Pages pages = new Pages();
        return List.of(
                get("/health/live", "Whether the process lives")
                        .answers(200, HealthView.class, "It does.")
                        .by(request -> health.live()),
                get("/health/ready", "Whether the process can do its work, and which part cannot")
                        .answers(200, HealthView.class, "It can.")
                        .answers(503, HealthView.class, "A part cannot; the body says which.")
                        .by(request -> health.ready()),
                get("/health/partitions", "What this instance has of the shared work, ready to answer")
                        .answers(200, PartitionsView.class, "The partitions of the log.")
                        .by(request -> health.partitions()),
                get("/metrics", "Measurements, for Prometheus")
                        .answers(Reply.content(200, "text/plain", "Prometheus text format."))
                        .by(request -> metrics.scrape()),
                get("/", "The start page")
                        .answers(Reply.content(200, HTML, "A page."))
                        .by(request -> pages.start()),
                get("/docs", "This API, to read and to try")
                        .answers(Reply.content(200, HTML, "A page."))
                        .by(request -> pages.viewer()),
                get("/docs/{file}", "A file of the documentation page")
                        .answers(Reply.content(200, "text/javascript", "The file."))
                        .problems(ProblemType.NOT_FOUND)
                        .by(request -> pages.viewerFile(request.path("file"))));
    }

    /** The document describes its own route too. */
    private static List<Route> withDocument(List<Route> routes, String version) {
        Document document = new Document();
        Route self = get("/openapi.json", "This API as an OpenAPI 3.1 document")
                .answers(Reply.content(200, "application/json", "The document."))
                .by(request -> Answer.ok(new Answer.Content("application/json", document.bytes)));
        List<Route> all = Stream.concat(routes.stream(), Stream.of(self)).toList();
        document.bytes = new OpenApi(version).document(all);
        return all;
    }

    private static Route.Builder get(String path, String summary) {
        return Route.of(HandlerType.GET, path, summary).tag("System").access(Access.ANYONE);
    }

    /** Written once, before any request. */
    private static final class Document {
        private byte[] bytes = new byte[0];
    }
}
