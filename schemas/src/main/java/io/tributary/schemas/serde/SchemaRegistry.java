package io.tributary.schemas.serde;

import java.util.Map;
import org.apache.avro.Schema;

/**
 * Where schemas have their ids. All methods throw {@link RegistryUnavailableException} when the registry is away and
 * {@link RegistryRefusedException} when it says no. Implementations may be used from any thread.
 */
public interface SchemaRegistry {

    /** The registry of a configuration, with every answer kept for good. */
    static SchemaRegistry connect(Map<String, ?> configs) {
        return new CachingRegistry(new RegistryClient(SerdeConfig.from(configs).registry()));
    }

    /** Registers a schema under a subject, if it is not there yet, and says its id. */
    int register(String subject, Schema schema);

    /** The id of a schema that is registered under a subject already. */
    int lookUp(String subject, Schema schema);

    /** The newest schema of a subject, with its id. */
    Registered latest(String subject);

    /** The schema of an id. */
    Schema byId(int id);

    /** Whether the subject's rule would let the schema in as the next version; true for a subject nobody has used. */
    boolean isCompatible(String subject, Schema schema);

    /**
     * Sets the subject's compatibility rule to BACKWARD_TRANSITIVE: whatever is registered next must read everything
     * that any version has written.
     */
    void requireBackwardTransitive(String subject);

    /** A schema and its id. */
    record Registered(int id, Schema schema) {}
}
