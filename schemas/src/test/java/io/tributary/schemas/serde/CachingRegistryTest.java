package io.tributary.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.avro.Continue;
import io.tributary.avro.Tick;
import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topics;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

final class CachingRegistryTest {

    private final RegistryInMemory registry = new RegistryInMemory();
    private final CachingRegistry caching = new CachingRegistry(registry);

    @Test
    void shouldAskOnceAndAnswerBothWays() {
        int id = caching.register("s", Tick.getClassSchema());
        assertThat(caching.register("s", Tick.getClassSchema())).isEqualTo(id);
        assertThat(caching.lookUp("s", Tick.getClassSchema())).isEqualTo(id);
        assertThat(caching.byId(id)).isEqualTo(Tick.getClassSchema());
        assertThat(registry.calls()).isEqualTo(1);
    }

    @Test
    void shouldGoOnWithoutTheRegistryOnceASchemaIsKnown() {
        int id = registry.register("s", Tick.getClassSchema());
        caching.byId(id);
        registry.away(true);
        assertThat(caching.byId(id)).isEqualTo(Tick.getClassSchema());
        assertThatThrownBy(() -> caching.register("s", Tick.getClassSchema()))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void shouldNotKeepAFailure() {
        assertThatThrownBy(() -> caching.byId(1)).isInstanceOf(RegistryRefusedException.class);
        registry.register("s", Tick.getClassSchema());
        assertThat(caching.byId(1)).isEqualTo(Tick.getClassSchema());
    }

    @Test
    void shouldRegisterEverythingUpFrontAndThenNeedNoRegistry() {
        SchemaRegistration registration = new SchemaRegistration(caching, SchemaUse.REGISTER);
        Map<String, Integer> ids = registration.run(Topics.all());
        assertThat(ids)
                .containsKeys("expenses.raw-value", "expenses.raw-io.tributary.avro.Tick")
                .hasSize(10);
        assertThat(registration.run(Topics.all())).isEqualTo(ids);

        registry.away(true);
        SpecificRecord record = TestTransactions.transaction().build();
        AvroSerializer<SpecificRecord> serializer =
                new AvroSerializer<>(caching, SubjectNames.TOPIC_NAME, SchemaUse.REGISTER);
        assertThat(SpecificDecoder.of(Topics.EXPENSES_RAW, caching)
                        .decode(serializer.serialize("expenses.raw", record)))
                .isEqualTo(new Decoded.Value(record));
    }

    @Test
    void shouldSayWhichSchemaIsMissingWhenItMayNotRegister() {
        registry.register(
                "expenses.raw-value", Topics.EXPENSES_RAW.subjects().get(0).schema());
        SchemaRegistration lookUp = new SchemaRegistration(caching, SchemaUse.LOOK_UP);
        assertThatThrownBy(() -> lookUp.run(Topics.all()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("expenses.raw-io.tributary.avro.UserCommand");
        new SchemaRegistration(registry, SchemaUse.REGISTER).run(Topics.all());
        assertThat(lookUp.run(Topics.all())).hasSize(10);
    }

    @Test
    void shouldTakeTheNewestVersionOnlyWhenItHasTheSameLayout() {
        int id = registry.register("s", PublishedSchemas.of(Tick.getClassSchema()));
        assertThat(SchemaUse.LATEST.idOf(caching, "s", Tick.getClassSchema())).isEqualTo(id);
        registry.register(
                "s",
                SchemaBuilder.record("Tick")
                        .namespace("io.tributary.avro")
                        .fields()
                        .requiredString("sent_by")
                        .optionalString("more")
                        .endRecord());
        assertThatThrownBy(() -> SchemaUse.LATEST.idOf(caching, "s", Tick.getClassSchema()))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("subject s ");
        assertThatThrownBy(() -> SchemaUse.LATEST.idOf(caching, "t", Continue.getClassSchema()))
                .isInstanceOf(RegistryRefusedException.class);
    }
}
