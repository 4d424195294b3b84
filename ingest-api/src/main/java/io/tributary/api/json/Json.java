package io.tributary.api.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads and writes JSON, strictly: no trailing text, no duplicate names, no text where a number belongs or the other way
 * round, no unknown fields, UTF-8 that is UTF-8.
 */
public final class Json {

    private static final ObjectMapper MAPPER = strict();

    private Json() {}

    /** The mapper itself, for schemas and streams; nobody changes its settings. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    /**
     * Reads a whole body.
     *
     * @throws ProblemException 400 where it is no such JSON, 422 where it has a field that is not known
     */
    public static <T> T read(byte[] body, Class<T> type) {
        return read(body, MAPPER.constructType(type), type);
    }

    /**
     * Reads a whole body that is a list.
     *
     * @throws ProblemException as {@link #read} does
     */
    public static <T> List<T> readList(byte[] body, Class<T> type) {
        T[] rows = read(body, MAPPER.constructType(type.arrayType()), array(type));
        if (Arrays.stream(rows).anyMatch(Objects::isNull)) {
            throw ProblemException.of(ProblemType.MALFORMED, "A row of the list is null.");
        }
        return List.of(rows);
    }

    @SuppressWarnings("unchecked") // An array type of T is a Class of T[]; Java cannot say so.
    private static <T> Class<T[]> array(Class<T> type) {
        return (Class<T[]>) type.arrayType();
    }

    private static <T> T read(byte[] body, JavaType type, Class<T> result) {
        String text = utf8(body);
        try {
            T value = result.cast(MAPPER.readValue(text, type));
            if (value == null) {
                throw ProblemException.of(ProblemType.MALFORMED, "The body is null.");
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw ProblemException.invalid(List.of(JsonFaults.unknownField(unknown)));
        } catch (JsonProcessingException broken) {
            throw ProblemException.of(ProblemType.MALFORMED, JsonFaults.sentence(broken));
        }
    }

    /** Writes an answer. */
    public static byte[] write(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an answer type that cannot be written: " + value.getClass(), impossible);
        }
    }

    private static String utf8(byte[] body) {
        try {
            // A decoder of its own: String's constructor would put question marks where the client sent rubbish.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw ProblemException.of(ProblemType.MALFORMED, "The body is not UTF-8.");
        }
    }

    private static ObjectMapper strict() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .addModule(new IsoDates());
        return builder.withCoercionConfig(LogicalType.Textual, textual -> {
                    textual.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                    textual.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                    textual.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
                })
                .build();
    }
}
