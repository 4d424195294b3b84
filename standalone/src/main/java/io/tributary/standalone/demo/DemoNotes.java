package io.tributary.standalone.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Properties;

/**
 * What an installation remembers, in a small file beside the data: the day of the first load, which fixes how far the
 * households are moved, whether everything arrived, and whose state it is that counts.
 *
 * @param firstLoad the day of the first load
 * @param complete whether all facts are in the log
 * @param applicationId the application id, another one after each rebuild
 */
public record DemoNotes(LocalDate firstLoad, boolean complete, String applicationId) {
    private static final String FIRST_APPLICATION = "tributary";
    private static final String APPLICATION_ID = "application.id";
    private static final String FIRST_LOAD = "first.load";
    private static final String COMPLETE = "complete";

    /**
     * Reads the file; where there is none the first load is today's and still to come.
     *
     * @throws IOException when it cannot be read
     */
    public static DemoNotes read(Path file, LocalDate today) throws IOException {
        if (!Files.exists(file)) {
            return new DemoNotes(today, false, FIRST_APPLICATION);
        }
        Properties notes = new Properties();
        try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
            notes.load(reader);
        }
        return new DemoNotes(
                LocalDate.parse(notes.getProperty(FIRST_LOAD, today.toString())),
                Boolean.parseBoolean(notes.getProperty(COMPLETE, "false")),
                notes.getProperty(APPLICATION_ID, FIRST_APPLICATION));
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path file) throws IOException {
        Properties notes = new Properties();
        notes.setProperty(FIRST_LOAD, firstLoad.toString());
        notes.setProperty(COMPLETE, String.valueOf(complete));
        notes.setProperty(APPLICATION_ID, applicationId);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(draft, UTF_8)) {
            notes.store(writer, "What Tributary remembers of this folder");
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same, with everything in the log. */
    public DemoNotes completed() {
        return new DemoNotes(firstLoad, true, applicationId);
    }

    /** The same, with the state of another application. */
    public DemoNotes of(String otherApplicationId) {
        return new DemoNotes(firstLoad, complete, otherApplicationId);
    }
}
