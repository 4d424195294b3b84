package io.tributary.standalone.drill.load;

import io.tributary.standalone.drill.oracle.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What was answered once and must be answered the same for ever: outcomes of commands, what a key has made, and writes that
 * their token shows. May be used from any thread.
 */
public final class Answers {
    private final Findings findings;
    private final List<Command> commands = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();

    Answers(Findings findings) {
        this.findings = findings;
    }

    /** The outcome of a command, as it was first told. */
    private record Command(String path, String text) {}

    /** What was posted under a key first, the transaction it made, and a body that was refused. */
    record Key(String user, String key, String body, String otherBody, String id) {}

    /** A write whose answer had a token. */
    private record Write(String user, String id, String token) {}

    /**
     * How many answers were asked for again.
     *
     * @param verdicts outcomes of commands
     * @param keys idempotency keys
     * @param tokens reads with the token of a write
     */
    public record Asked(int verdicts, int keys, int tokens) {
        /** Both together. */
        public Asked plus(Asked other) {
            return new Asked(verdicts + other.verdicts, keys + other.keys, tokens + other.tokens);
        }
    }

    void command(String path, String text) {
        synchronized (commands) {
            commands.add(new Command(path, text));
        }
    }

    void key(Key key) {
        synchronized (keys) {
            keys.add(key);
        }
    }

    void write(String user, String id, String token) {
        synchronized (writes) {
            writes.add(new Write(user, id, token));
        }
    }

    /** Asks for a sample again; half of it are the newest. */
    public Asked ask(Api api, int most, Random random) throws InterruptedException {
        List<Command> someCommands = sample(commands, most, random);
        for (Command command : someCommands) {
            ask(api, command);
        }
        List<Key> someKeys = sample(keys, most / 2, random);
        for (Key key : someKeys) {
            ask(api, key);
        }
        List<Write> someWrites = sample(writes, most / 2, random);
        for (Write write : someWrites) {
            ask(api, write);
        }
        return new Asked(someCommands.size(), someKeys.size(), someWrites.size());
    }

    private void ask(Api api, Command command) throws InterruptedException {
        Api.Reply reply = api.decided(command.path());
        if (!reply.text().equals(command.text())) {
            findings.add("A verdict flipped: %s was %s and is %d %s"
                    .formatted(command.path(), command.text(), reply.status(), reply.text()));
        }
    }

    private void ask(Api api, Key key) throws InterruptedException {
        Map<String, String> header = Map.of(Posts.KEY, key.key());
        Api.Reply again = api.settled(new Api.Call("POST", Posts.PATH, header, key.body()));
        if (again.status() != 200 || !again.json().path("id").asText().equals(key.id())) {
            findings.add("A key of %s flipped: the first content under it, transaction %s, is answered %d %s"
                    .formatted(key.user(), key.id(), again.status(), again.text()));
        }
        Api.Reply other = api.settled(new Api.Call("POST", Posts.PATH, header, key.otherBody()));
        if (other.status() != 422) {
            findings.add("A key of %s, transaction %s, takes other content: %d %s"
                    .formatted(key.user(), key.id(), other.status(), other.text()));
        }
    }

    private void ask(Api api, Write write) throws InterruptedException {
        String path = "/users/" + write.user() + "/transactions/" + write.id();
        Api.Reply reply = api.settled(Api.Call.get(path).with(Api.POSITION, write.token()));
        if (reply.status() != 200) {
            findings.add("A read with the token of its write does not see it: %s is answered %d"
                    .formatted(path, reply.status()));
        }
    }

    private static <T> List<T> sample(List<T> all, int most, Random random) {
        synchronized (all) {
            if (all.size() <= most) {
                return List.copyOf(all);
            }
            List<T> some = new ArrayList<>(all.subList(all.size() - most / 2, all.size()));
            for (int i = some.size(); i < most; i++) {
                some.add(all.get(random.nextInt(all.size())));
            }
            return some;
        }
    }
}
