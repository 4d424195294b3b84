package io.tributary.api.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.tributary.api.problem.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with JSON without repeating any of it but the names of fields. */
final class JsonFaults {

    private static final int LONGEST_NAME = 64;

    private JsonFaults() {}

    static FieldError unknownField(UnrecognizedPropertyException unknown) {
        String field = printable(unknown.getPropertyName());
        Integer row = row(unknown.getPath());
        return new FieldError(row, field, "field.unknown", "there is no such field here");
    }

    static String sentence(JsonProcessingException broken) {
        if (broken instanceof MismatchedInputException mismatch) {
            String path = path(mismatch.getPath());
            return path.isEmpty() ? "The body has the wrong JSON type." : path + " has the wrong JSON type.";
        }
        if (broken instanceof JsonMappingException mapping && mapping.getCause() instanceof InputCoercionException) {
            return path(mapping.getPath()) + " is a number that is too large or too small.";
        }
        JsonLocation at = broken.getLocation();
        return at == null
                ? "The body is not valid JSON."
                : "The body is not valid JSON: line " + at.getLineNr() + ", column " + at.getColumnNr() + ".";
    }

    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : printable(step.getFieldName()))
                .collect(Collectors.joining("."));
    }

    private static @Nullable Integer row(List<JsonMappingException.Reference> path) {
        return path.stream()
                .filter(step -> step.getFieldName() == null && step.getIndex() >= 0)
                .map(JsonMappingException.Reference::getIndex)
                .findFirst()
                .orElse(null);
    }

    private static String printable(String name) {
        String short64 = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return short64.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
