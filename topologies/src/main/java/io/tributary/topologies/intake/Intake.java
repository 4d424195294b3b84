package io.tributary.topologies.intake;

import io.tributary.avro.AmendTransaction;
import io.tributary.avro.CategoriseTransaction;
import io.tributary.avro.Continue;
import io.tributary.avro.RawTransaction;
import io.tributary.avro.Tick;
import io.tributary.avro.UserCommand;
import io.tributary.avro.Violation;
import io.tributary.avro.VoidTransaction;
import io.tributary.schemas.Partitioning;
import io.tributary.schemas.serde.Decoded;
import io.tributary.schemas.serde.PoisonCause;
import io.tributary.topologies.flow.DeadLetter;
import io.tributary.topologies.flow.Input;
import io.tributary.topologies.flow.Origin;
import io.tributary.topologies.flow.Rejected;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a record of the raw topic. Depends on the record alone. */
final class Intake {

    /** Under which dead letters of intake stand. */
    static final String STAGE = "intake";

    private static final String TOMBSTONE = "tombstone";
    private static final String TOO_LARGE = "too-large";
    private static final String NO_USER = "";

    private final IntakeConfig config;
    private final TransactionIds ids = new TransactionIds();

    Intake(IntakeConfig config) {
        this.config = config;
    }

    /**
     * What becomes of the record.
     *
     * @throws io.tributary.schemas.serde.RegistryUnavailableException when its schema is not known yet and the registry
     *     is away: nothing can be said of the record until it is back
     */
    Intaken decide(Origin origin) {
        byte[] value = origin.value();
        if (value == null) {
            return unreadable(origin, TOMBSTONE, "The record has no value; facts are taken back by voided.");
        }
        if (value.length > DeadLetterRecords.MAX_VALUE) {
            // The limit of a topic is on compressed batches: what came in small could not be sent on again.
            return unreadable(origin, TOO_LARGE, "The value has more than 1 MiB.");
        }
        Decoded decoded = config.decoder().decode(value);
        if (decoded instanceof Decoded.Value read) {
            return decide(origin, read.record());
        }
        Decoded.Poison poison = (Decoded.Poison) decoded;
        return unreadable(origin, cause(poison.cause()), poison.message());
    }

    private Intaken decide(Origin origin, SpecificRecord record) {
        if (record instanceof RawTransaction fact) {
            return decideFact(origin, fact);
        }
        if (record instanceof UserCommand command) {
            return decideCommand(origin, command);
        }
        if (record instanceof Tick tick) {
            return new Intaken.Accepted(NO_USER, new Input.TickInput(origin, tick));
        }
        if (record instanceof Continue next) {
            return new Intaken.Accepted(next.getUserId(), new Input.ContinueInput(origin, next));
        }
        return unreadable(origin, cause(PoisonCause.UNEXPECTED_TYPE), "Intake has no use for this type of record.");
    }

    private Intaken decideFact(Origin origin, RawTransaction fact) {
        String id = ids.of(fact);
        List<Violation> violations = FactRules.check(fact, origin.recordedAt());
        if (!violations.isEmpty()) {
            return refused(origin, fact.getUserId(), id, violations);
        }
        return isMisplaced(origin, fact.getUserId())
                ? new Intaken.Misplaced(origin, fact.getUserId())
                : new Intaken.Accepted(
                        fact.getUserId(), new Input.FactInput(origin, Objects.requireNonNull(id), fact, null));
    }

    private Intaken decideCommand(Origin origin, UserCommand command) {
        List<Violation> violations = CommandRules.check(command, origin.recordedAt());
        if (!violations.isEmpty()) {
            return refused(origin, command.getUserId(), targetOf(command), violations);
        }
        return isMisplaced(origin, command.getUserId())
                ? new Intaken.Misplaced(origin, command.getUserId())
                : new Intaken.Accepted(command.getUserId(), new Input.CommandInput(origin, command));
    }

    /**
     * Asked of valid records only: they are small, so that the re-send fits the topic however the batch that brought them
     * was compressed, and their user ids can exist.
     */
    private boolean isMisplaced(Origin origin, String userId) {
        return Partitioning.partition(userId, config.partitions()) != origin.partition();
    }

    private static @Nullable String targetOf(UserCommand command) {
        String target = null;
        if (command.getBody() instanceof AmendTransaction amend) {
            target = amend.getTransactionId();
        } else if (command.getBody() instanceof VoidTransaction voided) {
            target = voided.getTransactionId();
        } else if (command.getBody() instanceof CategoriseTransaction categorise) {
            target = categorise.getTransactionId();
        }
        return FactRules.isId(target) ? target : null;
    }

    private static Intaken refused(
            Origin origin, String userId, @Nullable String transactionId, List<Violation> violations) {
        String known = FactRules.isUserId(userId) ? userId : NO_USER;
        return new Intaken.Refused(new Rejected(origin, known, transactionId, violations));
    }

    private static Intaken unreadable(Origin origin, String cause, String message) {
        return new Intaken.Unreadable(new DeadLetter(origin, STAGE, cause, message));
    }

    private static String cause(PoisonCause cause) {
        return cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
