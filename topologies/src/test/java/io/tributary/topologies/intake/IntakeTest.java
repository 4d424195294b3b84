package io.tributary.topologies.intake;

import static io.tributary.schemas.TestCommands.command;
import static io.tributary.schemas.TestTransactions.NOON;
import static io.tributary.schemas.TestTransactions.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.AccountKind;
import io.tributary.schemas.Partitioning;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.RegistryInMemory;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SpecificDecoder;
import io.tributary.schemas.serde.SubjectNames;
import io.tributary.topologies.flow.Origin;
import java.util.Arrays;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.apache.avro.specific.SpecificRecord;

class IntakeTest {

    private static final int PARTITIONS = 6;

    private final RegistryInMemory registry = new RegistryInMemory();
    private final AvroSerializer<SpecificRecord> serializer =
            new AvroSerializer<>(registry, SubjectNames.TOPIC_RECORD_NAME, SchemaUse.REGISTER);
    private final Intake intake =
            new Intake(new IntakeConfig(PARTITIONS, SpecificDecoder.of(Topics.EXPENSES_RAW, registry)));

    @Provide
    Arbitrary<SpecificRecord> records() {
        return Arbitraries.of(
                transaction()
                        .mcc("5411")
                        .merchant("Tesco")
                        .account("a1", AccountKind.CARD)
                        .build(),
                command().putRule("r1", "TESCO", "OTHER"),
                command().putProfile("Europe/Berlin", "EUR"),
                command().amendAmount(7, "EUR"));
    }

    @Property
    void shouldMakeSomethingOfARecordWithAnyByteChanged(
            @ForAll("records") SpecificRecord record, @ForAll int place, @ForAll byte changed) {
        byte[] bytes = bytes(record);
        // The id of the schema stays: another one is another record.
        int body = 5;
        bytes[body + Math.floorMod(place, bytes.length - body)] = changed;

        assertThat(intake.decide(origin(0, bytes))).isNotNull();
    }

    @Property
    void shouldNeverTakeARecordThatWasCut(
            @ForAll("records") SpecificRecord record, @ForAll @IntRange(max = 1_000) int length) {
        byte[] whole = bytes(record);
        byte[] cut = Arrays.copyOf(whole, length % whole.length);

        assertThat(intake.decide(origin(0, cut))).isInstanceOf(Intaken.Unreadable.class);
    }

    @Property
    void shouldProcessEveryUserOnExactlyOnePartition(
            @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 3, max = 64) String user) {
        byte[] bytes = bytes(transaction().user(user).build());
        int own = Partitioning.partition(user, PARTITIONS);

        for (int partition = 0; partition < PARTITIONS; partition++) {
            assertThat(intake.decide(origin(partition, bytes)))
                    .isInstanceOf(partition == own ? Intaken.Accepted.class : Intaken.Misplaced.class);
        }
    }

    private byte[] bytes(SpecificRecord record) {
        return Objects.requireNonNull(serializer.serialize(Topics.EXPENSES_RAW.name(), record));
    }

    private static Origin origin(int partition, byte[] value) {
        return new Origin(Topics.EXPENSES_RAW.name(), partition, 0, NOON, null, value);
    }
}
