package io.tributary.api.ingest;

import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.api.position.PositionToken;
import io.tributary.api.position.Positions;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Request;
import io.tributary.api.route.Route;
import io.tributary.api.streams.Views;
import io.tributary.avro.UserCommand;
import io.tributary.avro.Violation;
import io.tributary.avro.state.Verdict;
import io.tributary.topologies.intake.CommandRules;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Appends commands and waits a little for what the owning task decides. */
public final class Commands {

    private final RawLog log;
    private final Positions positions;
    private final Views views;
    private final Clock clock;

    /** Appends to {@code log} and reads verdicts through {@code views}. */
    public Commands(RawLog log, Positions positions, Views views, Clock clock) {
        this.log = log;
        this.positions = positions;
        this.views = views;
        this.clock = clock;
    }

    /**
     * Has a command decided.
     *
     * @param body what the user did
     * @param done the answer once it is done
     * @return that answer, or 202 with the place to ask again
     * @throws ProblemException 404, 412 or 422, as decided
     */
    public Answer submit(Request request, String userId, Object body, Function<Verdict, Answer> done) {
        UserCommand command = new UserCommand(UUID.randomUUID().toString(), userId, body);
        List<Violation> violations = CommandRules.check(command, clock.instant());
        if (!violations.isEmpty()) {
            throw ProblemException.invalid(violations.stream()
                    .map(broken -> ClientWords.error(broken, body))
                    .toList());
        }
        Appended appended = Appends.await(log.append(command));
        PositionToken token = PositionToken.at(appended.partition(), appended.offset());
        Answer answer = decision(command, appended, done).orElseGet(() -> pending(command, token));
        return Positions.with(answer, request, token);
    }

    private Optional<Answer> decision(UserCommand command, Appended appended, Function<Verdict, Answer> done) {
        if (!positions.reaches(appended.partition(), appended.offset())) {
            return Optional.empty();
        }
        String userId = command.getUserId();
        try {
            return views.jobs(userId).verdict(userId, command.getCommandId()).map(verdict -> decided(verdict, done));
        } catch (InvalidStateStoreException elsewhere) {
            // The log has it: that the state is on its way to another instance makes it no failure.
            return Optional.empty();
        }
    }

    /** The outcome of a command by its id; where it is not decided yet, {@code token} tells that from unknown. */
    Answer find(String userId, String commandId, PositionToken token) {
        int partition = views.partitionOf(userId);
        long wanted = token.offsets().getOrDefault(partition, -1L);
        boolean decided = positions.reaches(partition, wanted, System.nanoTime());
        return views.jobs(userId)
                .verdict(userId, commandId)
                .map(verdict -> Answer.ok(CommandView.of(verdict)))
                .orElseGet(() -> unknown(commandId, decided || token.isEmpty()));
    }

    private static Answer unknown(String commandId, boolean decided) {
        if (decided) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "No outcome of this command is kept.");
        }
        return Answer.ok(CommandView.pending(commandId));
    }

    private static Answer decided(Verdict verdict, Function<Verdict, Answer> done) {
        return switch (verdict.getOutcome()) {
            case DONE -> done.apply(verdict);
            case NOT_FOUND -> throw ProblemException.of(ProblemType.NOT_FOUND, "The user has no such thing.");
            case STALE_VERSION ->
                throw ProblemException.of(
                        ProblemType.STALE_VERSION, "The current version is " + verdict.getVersion() + ".");
            case REFUSED ->
                throw ProblemException.invalid(
                        "command", String.valueOf(verdict.getReason()), "the command was refused when it was decided");
        };
    }

    private static Answer pending(UserCommand command, PositionToken token) {
        String location = Route.BASE + "/commands/" + command.getCommandId() + "?user=" + command.getUserId()
                + "&position=" + token.text();
        return Answer.of(202, CommandView.pending(command.getCommandId())).with("Location", location);
    }
}
