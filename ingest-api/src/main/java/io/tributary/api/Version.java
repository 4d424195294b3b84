package io.tributary.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this build. */
public final class Version {

    private static final String COORDINATES = "/META-INF/maven/io.tributary/tributary-ingest-api/pom.properties";

    private Version() {}

    /** The version in the jar; {@code dev} where the classes are in no jar. */
    public static String current() {
        try (InputStream in = Version.class.getResourceAsStream(COORDINATES)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "dev");
        } catch (IOException broken) {
            throw new UncheckedIOException("a file of the jar cannot be read", broken);
        }
    }
}
