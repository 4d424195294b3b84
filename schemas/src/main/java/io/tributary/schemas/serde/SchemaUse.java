package io.tributary.schemas.serde;

import org.apache.avro.Schema;

/** Where a serializer gets the id of its schema from. */
public enum SchemaUse {
    /** Registers what is not there yet ({@code auto.register.schemas=true}, the default). */
    REGISTER {
        @Override
        int idOf(SchemaRegistry registry, String subject, Schema schema) {
            return registry.register(subject, schema);
        }
    },
    /** The schema must be registered already ({@code auto.register.schemas=false}). */
    LOOK_UP {
        @Override
        int idOf(SchemaRegistry registry, String subject, Schema schema) {
            return registry.lookUp(subject, schema);
        }
    },
    /**
     * The newest version of the subject ({@code use.latest.version=true}), which must have the same fields: a generated
     * class writes its own layout, so an id of another one would make every record unreadable.
     */
    LATEST {
        @Override
        int idOf(SchemaRegistry registry, String subject, Schema schema) {
            SchemaRegistry.Registered latest = registry.latest(subject);
            if (!PublishedSchema.sameLayout(latest.schema(), schema)) {
                throw new RegistryRefusedException(
                        RegistryRefusedException.Reason.INCOMPATIBLE,
                        "The newest version of subject " + subject + " has other fields than this build writes.");
            }
            return latest.id();
        }
    };

    abstract int idOf(SchemaRegistry registry, String subject, Schema schema);
}
