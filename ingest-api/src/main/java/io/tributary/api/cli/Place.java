package io.tributary.api.cli;

import io.tributary.schemas.Topics;
import io.tributary.topologies.intake.StoredDeadLetter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Where a record lies, written {@code TOPIC-PARTITION@OFFSET}. */
record Place(String topic, int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("(.+)-(\\d{1,9})@(\\d{1,18})");

    /** Where the original of a dead letter lies. */
    static Place ofOrigin(StoredDeadLetter letter) {
        return new Place(letter.topic(), letter.partition(), letter.offset());
    }

    /** Where a dead letter lies. */
    static Place ofLetter(int partition, long offset) {
        return new Place(Topics.DEAD_LETTERS.name(), partition, offset);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }

    /** Reads one from the command line. */
    static final class Reader implements ITypeConverter<Place> {

        @Override
        public Place convert(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches()) {
                throw new TypeConversionException("'" + text + "' is not TOPIC-PARTITION@OFFSET");
            }
            return new Place(parts.group(1), Integer.parseInt(parts.group(2)), Long.parseLong(parts.group(3)));
        }
    }
}
