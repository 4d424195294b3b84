package io.tributary.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class BuiltVersion implements IVersionProvider {
    private static final String PLACE = "/META-INF/maven/io.tributary/tributary-standalone/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties built = new Properties();
        try (InputStream file = BuiltVersion.class.getResourceAsStream(PLACE)) {
            if (file != null) {
                built.load(file);
            }
        }
        return new String[] {"Tributary " + built.getProperty("version", "(not packaged)")};
    }
}
