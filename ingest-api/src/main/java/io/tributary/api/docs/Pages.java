package io.tributary.api.docs;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Serves the start page and the viewer of the OpenAPI document out of the jar; nothing comes from elsewhere. */
public final class Pages {

    private static final String HTML = "text/html;charset=utf-8";
    private static final String VIEWER = "/META-INF/resources/webjars/swagger-ui/";
    private static final Map<String, String> VIEWER_FILES = Map.of(
            "swagger-ui.css", "text/css;charset=utf-8",
            "swagger-ui-bundle.js", "text/javascript;charset=utf-8",
            "favicon-32x32.png", "image/png");

    private final String viewer = VIEWER + viewerVersion() + "/";

    /** The start page. */
    public Answer start() {
        return file("/io/tributary/api/docs/start.html", HTML);
    }

    /** The viewer. */
    public Answer viewer() {
        return file("/io/tributary/api/docs/viewer.html", HTML);
    }

    /** A file that the viewer loads. */
    public Answer viewerFile(String name) {
        if (name.equals("viewer.js")) {
            return file("/io/tributary/api/docs/viewer.js", "text/javascript;charset=utf-8");
        }
        String contentType = VIEWER_FILES.get(name);
        if (contentType == null) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "The viewer has no such file.");
        }
        return file(viewer + name, contentType).with("Cache-Control", "max-age=3600");
    }

    private static Answer file(String resource, String contentType) {
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(resource), resource)) {
            return Answer.ok(new Answer.Content(contentType, in.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException("a file of the jar cannot be read", broken);
        }
    }

    private static String viewerVersion() {
        String coordinates = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (InputStream in = Objects.requireNonNull(Pages.class.getResourceAsStream(coordinates), coordinates)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException broken) {
            throw new UncheckedIOException("a file of the jar cannot be read", broken);
        }
    }
}
