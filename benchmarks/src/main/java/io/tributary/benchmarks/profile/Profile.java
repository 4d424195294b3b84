package io.tributary.benchmarks.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Records the stream threads with Java Flight Recorder while something runs. For one recording. */
public final class Profile implements AutoCloseable {

    private static final String EXECUTION = "jdk.ExecutionSample";
    private static final String ALLOCATION = "jdk.ObjectAllocationSample";
    private static final String STREAM_THREAD = "-StreamThread-";
    private static final Duration PERIOD = Duration.ofMillis(10);
    private static final int SHOWN = 30;
    private static final String OWN = "io.tributary.";

    private final Recording recording;
    private final Tallies layers = new Tallies();
    private final Tallies self = new Tallies();
    private final Tallies nearest = new Tallies();
    private final Tallies inclusive = new Tallies();
    private final Tallies allocated = new Tallies();

    private Profile(Recording recording) {
        this.recording = recording;
    }

    /** Begins to record. */
    public static Profile start() throws IOException {
        try {
            Recording recording = new Recording(Configuration.getConfiguration("profile"));
            recording.enable(EXECUTION).withPeriod(PERIOD);
            recording.start();
            return new Profile(recording);
        } catch (ParseException damaged) {
            throw new IOException("The profile configuration of this JDK cannot be read.", damaged);
        }
    }

    /**
     * Ends the recording, keeps it and says what stands in it.
     *
     * @param file where to keep it
     * @param cpuNanos what the stream threads used: what samples of Java code do not explain was spent in native code
     * @param records how many records were processed
     */
    public String describe(Path file, long cpuNanos, long records) throws IOException {
        recording.stop();
        recording.dump(file);
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                read(events.readEvent());
            }
        }
        return String.format(
                        Locale.ROOT,
                        "Stream threads: %.1f µs CPU per record, of which about %.1f in Java (%.0f samples); the rest is"
                                + " native: RocksDB, lz4, checksums, sockets, and what the JVM does itself%n",
                        cpuNanos / 1e3 / records,
                        self.total() * PERIOD.toMillis() * 1e3 / records,
                        self.total())
                + layers.table("Java time by part", SHOWN, self.total())
                + self.table("Java time by method itself", SHOWN, self.total())
                + nearest.table("Java time by nearest product method", SHOWN, self.total())
                + inclusive.table("Java time in product methods and what they call", SHOWN, self.total())
                + allocated.table("bytes allocated, by nearest product method", SHOWN, allocated.total());
    }

    private void read(RecordedEvent event) {
        if (event.getStackTrace() == null || event.getStackTrace().getFrames().isEmpty()) {
            return;
        }
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        String type = event.getEventType().getName();
        if (type.equals(EXECUTION) && isStream(event.getThread("sampledThread"))) {
            executed(frames);
        } else if (type.equals(ALLOCATION) && isStream(event.getThread())) {
            String what =
                    nearest(frames) + " of " + event.getClass("objectClass").getName();
            allocated.add(what, (double) event.getLong("weight"));
        }
    }

    private void executed(List<RecordedFrame> frames) {
        self.add(name(frames.get(0)), 1);
        nearest.add(nearest(frames), 1);
        layers.add(
                frames.stream()
                        .map(frame -> Layers.of(frame.getMethod().getType().getName()))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse("other"),
                1);
        frames.stream().map(Profile::name).filter(Profile::isOwn).distinct().forEach(name -> inclusive.add(name, 1));
    }

    private static String nearest(List<RecordedFrame> frames) {
        return frames.stream()
                .map(Profile::name)
                .filter(Profile::isOwn)
                .findFirst()
                .orElse("(none)");
    }

    private static boolean isOwn(String name) {
        return name.startsWith(OWN) && !name.contains("$$Lambda");
    }

    private static boolean isStream(@Nullable RecordedThread thread) {
        return thread != null
                && thread.getJavaName() != null
                && thread.getJavaName().contains(STREAM_THREAD)
                && !thread.getJavaName().startsWith("kafka-");
    }

    private static String name(RecordedFrame frame) {
        return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
    }

    @Override
    public void close() {
        recording.close();
    }
}
