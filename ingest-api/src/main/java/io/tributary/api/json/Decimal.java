package io.tributary.api.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * A number that a client may write as a JSON string or number, kept as the text it was written in so that no digit is
 * lost. Whether it is a number at all is for the rules to say.
 *
 * @param text as the client wrote it
 */
@JsonDeserialize(using = Decimal.Reader.class)
public record Decimal(@JsonValue String text) {

    static final class Reader extends StdScalarDeserializer<Decimal> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(Decimal.class);
        }

        @Override
        public Decimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonToken token = parser.currentToken();
            if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
                return new Decimal(parser.getText());
            }
            return (Decimal) context.handleUnexpectedToken(Decimal.class, parser);
        }
    }
}
