package io.tributary.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.schemas.serde.PublishedSchemas;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every record must be able to read everything that any published version of it has written. After a change of an
 * {@code .avsc}, {@code -Dbaseline.update=true} adds the new version to the baselines, if it is compatible;
 * {@code -Dbaseline.update=reset} starts over at version 1, which is only right before anything has been released.
 */
final class SchemaEvolutionTest {

    private static final SchemaValidator BACKWARD_TRANSITIVE =
            new SchemaValidatorBuilder().canReadStrategy().validateAll();

    static Stream<Schema> records() {
        return AvroFiles.records().stream();
    }

    @BeforeAll
    static void updateWhenAsked() throws IOException, SchemaValidationException {
        String update = System.getProperty("baseline.update", "");
        if ("reset".equals(update)) {
            Baselines.forgetAll();
        }
        if (!update.isEmpty()) {
            for (Schema schema : AvroFiles.records()) {
                List<Schema> versions = Baselines.versions(schema.getFullName());
                BACKWARD_TRANSITIVE.validate(schema, versions);
                if (versions.isEmpty() || !PublishedSchemas.of(schema).equals(newest(versions))) {
                    Baselines.add(schema);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldReadWhatEveryPublishedVersionWrote(Schema schema) throws IOException {
        List<Schema> versions = Baselines.versions(schema.getFullName());
        assertThatCode(() -> BACKWARD_TRANSITIVE.validate(schema, versions)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldBePublishedAsItIs(Schema schema) throws IOException {
        List<Schema> versions = Baselines.versions(schema.getFullName());
        assertThat(versions)
                .as("no baseline: run the tests of this module with -Dbaseline.update=true")
                .isNotEmpty();
        assertThat(PublishedSchemas.of(schema))
                .as("changed: run the tests of this module with -Dbaseline.update=true")
                .isEqualTo(newest(versions));
    }

    @Test
    void shouldKeepEveryRecordThatWasPublished() throws IOException {
        assertThat(records().map(Schema::getFullName)).containsAll(Baselines.names());
    }

    @Test
    void shouldRefuseAFieldThatOldRecordsDoNotHave() {
        Schema old = SchemaBuilder.record("R").fields().requiredString("a").endRecord();
        Schema grown = SchemaBuilder.record("R")
                .fields()
                .requiredString("a")
                .requiredString("b")
                .endRecord();
        assertThatThrownBy(() -> BACKWARD_TRANSITIVE.validate(grown, List.of(old)))
                .isInstanceOf(SchemaValidationException.class);
    }

    private static Schema newest(List<Schema> versions) {
        return versions.get(versions.size() - 1);
    }
}
