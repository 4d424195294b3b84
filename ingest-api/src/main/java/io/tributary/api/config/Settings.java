package io.tributary.api.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of settings from a file and the environment, the environment going first. Unknown keys fail. */
public final class Settings {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
    private static final String VARIABLES = "TRIBUTARY_";

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = new TreeMap<>(values);
        this.values.keySet().forEach(Settings::checkKnown);
    }

    /**
     * Settings given one by one.
     *
     * @throws ConfigProblem naming a key that does not exist
     */
    public static Settings of(Map<String, String> values) {
        return new Settings(values);
    }

    /**
     * Settings of a properties file, if one is given, and the environment.
     *
     * @throws ConfigProblem when the file cannot be read or names a key that does not exist
     */
    public static Settings load(java.util.Optional<Path> file, Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        file.ifPresent(path -> read(path).forEach((key, value) -> values.put((String) key, (String) value)));
        environment.forEach((name, value) -> {
            if (name.startsWith(VARIABLES)) {
                values.put(key(name), value);
            }
        });
        return new Settings(values);
    }

    /** The same with some values replaced. */
    public Settings with(Map<String, String> others) {
        Map<String, String> merged = new TreeMap<>(values);
        merged.putAll(others);
        return new Settings(merged);
    }

    /** The same with values for keys of which nothing is said. */
    public Settings withFallbacks(Map<String, String> others) {
        Map<String, String> merged = new TreeMap<>(others);
        merged.putAll(values);
        return new Settings(merged);
    }

    /** All that begin with a prefix, without it where {@code bare}. */
    Map<String, String> prefixed(String prefix, boolean bare) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                found.put(bare ? key.substring(prefix.length()) : key, value);
            }
        });
        return found;
    }

    String text(Setting setting) {
        return values.getOrDefault(setting.key(), setting.fallback()).strip();
    }

    int integer(Setting setting, int min, int max) {
        return (int) number(setting, min, max);
    }

    long number(Setting setting, long min, long max) {
        long value = parse(setting, Long::parseLong, "a whole number");
        if (value < min || value > max) {
            throw wrong(setting, "between " + min + " and " + max);
        }
        return value;
    }

    boolean flag(Setting setting) {
        return parse(
                setting,
                text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException("neither");
                },
                "true or false");
    }

    ZoneId zone(Setting setting) {
        return parse(setting, ZoneId::of, "an IANA time zone id");
    }

    Duration duration(Setting setting, Duration min, Duration max) {
        Duration value = parse(setting, Settings::duration, "a duration such as 100ms, 10s, 5m or 1h");
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw wrong(setting, "between " + min.toMillis() + "ms and " + max.toMillis() + "ms");
        }
        return value;
    }

    ConfigProblem wrong(Setting setting, String rule) {
        return new ConfigProblem(setting.key() + " is \"" + text(setting) + "\" but must be " + rule + ".");
    }

    private <T> T parse(Setting setting, Function<String, T> parser, String rule) {
        try {
            return parser.apply(text(setting));
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw wrong(setting, rule);
        }
    }

    private static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no duration");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
        };
    }

    private static String key(String variable) {
        String rest = variable.substring(VARIABLES.length());
        return rest.toLowerCase(java.util.Locale.ROOT).replace('_', '.');
    }

    private static void checkKnown(String key) {
        boolean known = Setting.of(key).isPresent() || isLonger(key, Setting.KAFKA) || isLonger(key, Setting.REGISTRY);
        if (!known) {
            throw new ConfigProblem("There is no setting " + key + " (environment: " + Setting.variable(key) + ").");
        }
    }

    private static boolean isLonger(String key, String prefix) {
        return key.startsWith(prefix) && key.length() > prefix.length();
    }

    private static Properties read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ConfigProblem("The configuration file " + file + " cannot be read.");
        }
    }
}
