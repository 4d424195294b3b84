package io.tributary.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AvroDocumentationTest {

    static Stream<Path> files() {
        return AvroFiles.all().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldDocumentEveryTypeAndField(Path file) throws IOException {
        JsonNode type = new ObjectMapper().readTree(file.toFile());
        assertThat(type.path("name").asText()).isEqualTo(AvroFiles.typeName(file));
        assertThat(type.path("doc").asText()).as("doc of the type").isNotBlank();
        for (JsonNode field : type.path("fields")) {
            assertThat(field.path("doc").asText())
                    .as("doc of field " + field.path("name").asText())
                    .isNotBlank();
        }
    }
}
