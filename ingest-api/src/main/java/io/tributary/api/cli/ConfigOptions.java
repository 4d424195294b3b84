package io.tributary.api.cli;

import io.tributary.api.config.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options by which every command finds its cluster. */
final class ConfigOptions {

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Properties file with settings; TRIBUTARY_... variables go before it.")
    private Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "A setting that goes before file and environment; may be repeated.")
    private Map<String, String> values = new TreeMap<>();

    /** The settings of file, environment and command line. */
    Settings settings() {
        return Settings.load(Optional.ofNullable(file), System.getenv()).with(values);
    }
}
