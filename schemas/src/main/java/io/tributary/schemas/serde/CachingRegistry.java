package io.tributary.schemas.serde;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * Keeps every answer for good, both ways: an id always means the same schema. So a registry that goes away stops no
 * schema that has been seen. Failures are not kept: what was unknown a moment ago may have been registered since.
 */
public final class CachingRegistry implements SchemaRegistry {

    private record Key(String subject, Schema schema) {}

    private final SchemaRegistry registry;
    private final Map<Key, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();

    /** Puts the cache in front of a registry. */
    public CachingRegistry(SchemaRegistry registry) {
        this.registry = registry;
    }

    @Override
    public int register(String subject, Schema schema) {
        Key key = new Key(subject, schema);
        Integer known = ids.get(key);
        return known != null ? known : keep(key, registry.register(subject, schema));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        Key key = new Key(subject, schema);
        Integer known = ids.get(key);
        return known != null ? known : keep(key, registry.lookUp(subject, schema));
    }

    @Override
    public Registered latest(String subject) {
        Registered latest = registry.latest(subject);
        schemas.putIfAbsent(latest.id(), latest.schema());
        return latest;
    }

    @Override
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = registry.byId(id);
        schemas.putIfAbsent(id, schema);
        return schema;
    }

    @Override
    public boolean isCompatible(String subject, Schema schema) {
        return registry.isCompatible(subject, schema);
    }

    @Override
    public void requireBackwardTransitive(String subject) {
        registry.requireBackwardTransitive(subject);
    }

    private int keep(Key key, int id) {
        ids.put(key, id);
        schemas.putIfAbsent(id, key.schema());
        return id;
    }
}
