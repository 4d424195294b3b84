package io.tributary.api.ingest;

import io.javalin.http.Context;
import io.tributary.api.ingest.RawLog.Appended;
import io.tributary.api.json.Json;
import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import io.tributary.api.route.Answer;
import io.tributary.api.route.Endpoint;
import io.tributary.api.route.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes transactions line by line and answers line by line, in order. So many lines at most are under way; while the log
 * is slow, nothing more is read, and TCP holds the client back. A bad line is answered and stops nothing.
 */
final class StreamTransactions implements Endpoint {

    static final String CONTENT_TYPE = "application/x-ndjson";

    private static final int MOST_UNDER_WAY = 1_000;

    private final TransactionReader reader;
    private final RawLog log;

    StreamTransactions(TransactionReader reader, RawLog log) {
        this.reader = reader;
        this.log = log;
    }

    private record UnderWay(long row, String id, CompletableFuture<Appended> append) {}

    @Override
    public Answer handle(Request request) throws IOException {
        request.checkContentType();
        Context exchange = request.exchange();
        exchange.contentType(CONTENT_TYPE);
        Deque<UnderWay> underWay = new ArrayDeque<>();
        try (InputStream in = exchange.bodyInputStream();
                OutputStream out = exchange.outputStream()) {
            Lines lines = new Lines(in, Request.LARGEST_BODY);
            for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
                Optional<StreamRow> refused = take(line, request, underWay);
                if (refused.isPresent()) {
                    drain(underWay, out, 0);
                    write(refused.get(), out);
                } else {
                    drain(underWay, out, MOST_UNDER_WAY);
                }
                if (!lines.hasBuffered()) {
                    // The client has sent nothing more for now: it may be waiting for these answers.
                    drain(underWay, out, 0);
                    out.flush();
                }
            }
            drain(underWay, out, 0);
        }
        return Answer.streamed();
    }

    /** Appends a line; what it breaks, if it breaks something. */
    private Optional<StreamRow> take(Lines.Line line, Request request, Deque<UnderWay> underWay) {
        try {
            if (line.tooLong()) {
                throw ProblemException.of(ProblemType.TOO_LARGE, "A line may have at most 1 MiB.");
            }
            Reading reading = reader.read(Json.read(line.bytes(), TransactionBody.class), request.caller(), null);
            if (reading instanceof Reading.Refused refused) {
                throw ProblemException.invalid(refused.errors());
            }
            Reading.Fact fact = (Reading.Fact) reading;
            underWay.add(new UnderWay(line.number(), fact.id(), log.append(fact.fact())));
            return Optional.empty();
        } catch (ProblemException problem) {
            return Optional.of(new StreamRow(line.number(), null, problem.problem(null)));
        }
    }

    private static void drain(Deque<UnderWay> underWay, OutputStream out, int most) throws IOException {
        while (underWay.size() > most) {
            UnderWay first = underWay.remove();
            write(outcome(first), out);
        }
    }

    private static StreamRow outcome(UnderWay line) {
        try {
            Appends.await(line.append());
            return new StreamRow(line.row(), line.id(), null);
        } catch (ProblemException away) {
            return new StreamRow(line.row(), null, away.problem(null));
        }
    }

    private static void write(StreamRow row, OutputStream out) throws IOException {
        out.write(Json.write(row));
        out.write('\n');
    }
}
