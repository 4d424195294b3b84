package io.tributary.standalone;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;

/** Sends what the parts log to a file of the data folder, so that the terminal shows only what a person should read. */
final class LogFiles {
    private static final String FOLDER = "tributary.logs";

    private LogFiles() {}

    /** From now on logs go to {@code tributary.log} in the folder. */
    static Path direct(Path folder) {
        System.setProperty(FOLDER, folder.toString());
        try {
            URI configuration = Objects.requireNonNull(LogFiles.class.getResource("/log4j2-demo.xml"))
                    .toURI();
            ((LoggerContext) LogManager.getContext(false)).setConfigLocation(configuration);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
        return folder.resolve("tributary.log");
    }
}
