package io.tributary.schemas.serde;

import io.tributary.schemas.serde.RegistryRefusedException.Reason;
import org.apache.avro.Schema;

/** Asks for the schema of a record, and tells poison from a registry that only cannot answer just now. */
final class WriterSchemas {

    private WriterSchemas() {}

    static Schema ask(SchemaRegistry registry, int schemaId) {
        if (schemaId < 0) {
            throw new UnknownSchemaException("The schema id " + schemaId + " is negative.");
        }
        try {
            return registry.byId(schemaId);
        } catch (RegistryRefusedException e) {
            if (e.reason() == Reason.UNKNOWN_SCHEMA) {
                throw new UnknownSchemaException(e.sentence());
            }
            // Wrong credentials or a wrong address say nothing about the record: it must wait until they are put right.
            throw new RegistryUnavailableException(e.sentence(), e);
        }
    }
}
