package io.tributary.schemas.serde;

import org.apache.avro.Schema;

/** Schemas as they are registered, for tests of other packages. */
public final class PublishedSchemas {

    private PublishedSchemas() {}

    /** The text that is registered. */
    public static String textOf(Schema schema) {
        return PublishedSchema.textOf(schema);
    }

    /** The schema that a reader gets back from the registry. */
    public static Schema of(Schema schema) {
        return new Schema.Parser().parse(textOf(schema));
    }
}
