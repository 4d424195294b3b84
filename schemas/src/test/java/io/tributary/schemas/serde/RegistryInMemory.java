package io.tributary.schemas.serde;

import io.tributary.schemas.serde.RegistryRefusedException.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;

/**
 * A registry for tests that need ids and no network: keeps the rule BACKWARD_TRANSITIVE, counts what it is asked, and
 * can be away.
 */
public final class RegistryInMemory implements SchemaRegistry {

    private static final SchemaValidator COMPATIBLE =
            new SchemaValidatorBuilder().canReadStrategy().validateAll();

    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Schema>> subjects = new HashMap<>();
    private boolean away;
    private int calls;

    /** From now on away, or back. */
    public synchronized RegistryInMemory away(boolean isAway) {
        this.away = isAway;
        return this;
    }

    /** How many questions it has been asked. */
    public synchronized int calls() {
        return calls;
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        answer();
        List<Schema> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        if (!versions.contains(schema)) {
            if (!fits(versions, schema)) {
                throw refuse(Reason.INCOMPATIBLE, subject);
            }
            versions.add(schema);
        }
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        return idOf(schema);
    }

    @Override
    public synchronized int lookUp(String subject, Schema schema) {
        answer();
        if (!subjects.containsKey(subject)) {
            throw refuse(Reason.UNKNOWN_SUBJECT, subject);
        }
        if (!versions(subject).contains(schema)) {
            throw refuse(Reason.UNKNOWN_SCHEMA, subject);
        }
        return idOf(schema);
    }

    @Override
    public synchronized Registered latest(String subject) {
        answer();
        List<Schema> versions = versions(subject);
        if (versions.isEmpty()) {
            throw refuse(Reason.UNKNOWN_SUBJECT, subject);
        }
        Schema newest = versions.get(versions.size() - 1);
        return new Registered(idOf(newest), newest);
    }

    @Override
    public synchronized Schema byId(int id) {
        answer();
        if (id < 1 || id > schemas.size()) {
            throw refuse(Reason.UNKNOWN_SCHEMA, "id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized boolean isCompatible(String subject, Schema schema) {
        answer();
        return fits(versions(subject), schema);
    }

    /** It has no other rule. */
    @Override
    public synchronized void requireBackwardTransitive(String subject) {
        answer();
    }

    private List<Schema> versions(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }

    private int idOf(Schema schema) {
        return schemas.indexOf(schema) + 1;
    }

    private void answer() {
        calls++;
        if (away) {
            throw new RegistryUnavailableException("The registry of this test is away.");
        }
    }

    private static boolean fits(List<Schema> versions, Schema schema) {
        try {
            COMPATIBLE.validate(schema, versions);
            return true;
        } catch (SchemaValidationException e) {
            return false;
        }
    }

    private static RegistryRefusedException refuse(Reason reason, String what) {
        return new RegistryRefusedException(reason, "The registry of this test refuses " + what + ".");
    }
}
