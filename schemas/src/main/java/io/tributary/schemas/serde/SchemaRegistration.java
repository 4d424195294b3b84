package io.tributary.schemas.serde;

import io.tributary.schemas.Topic;
import io.tributary.schemas.TopicSubject;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes sure, before anything flows, that the registry has every schema that will be written, and fills the caches on
 * the way: from then on the registry may go away. Doing it again changes nothing.
 */
public final class SchemaRegistration {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaRegistration.class);

    private final SchemaRegistry registry;
    private final SchemaUse use;

    /** With {@link SchemaUse#REGISTER} what is missing is registered and gets its rule, otherwise it is reported. */
    public SchemaRegistration(SchemaRegistry registry, SchemaUse use) {
        this.registry = registry;
        this.use = use;
    }

    /**
     * Does so for all record types of the topics.
     *
     * @return the id of each subject's schema
     * @throws RegistryRefusedException naming the subject that is missing or does not take the schema
     * @throws RegistryUnavailableException when the registry is away
     */
    public Map<String, Integer> run(Collection<? extends Topic<?, ?>> topics) {
        Map<String, Integer> ids = new TreeMap<>();
        for (Topic<?, ?> topic : topics) {
            for (TopicSubject subject : topic.subjects()) {
                ids.put(subject.name(), use.idOf(registry, subject.name(), subject.schema()));
                if (use == SchemaUse.REGISTER) {
                    requireRule(subject.name());
                }
            }
        }
        return ids;
    }

    private void requireRule(String subject) {
        try {
            registry.requireBackwardTransitive(subject);
        } catch (RegistryRefusedException e) {
            // Whoever may register schemas need not be allowed to set rules; the records flow either way.
            LOG.atWarn()
                    .addKeyValue("subject", subject)
                    .addKeyValue("reason", e.reason())
                    .log("The schema registry does not let Tributary set the compatibility rule of its subject.");
        }
    }
}
