package io.tributary.standalone.drill.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.standalone.drill.StandIn;
import io.tributary.standalone.drill.oracle.Findings;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private static final String COMMAND = "/commands/c1?user=anna&position=p";
    private static final String DONE = "{\"status\":\"DONE\"}";

    private final Findings findings = new Findings();
    private final Answers answers = new Answers(findings);

    @Test
    void shouldFindNothingWhereAnswersAreTheSame() throws IOException, InterruptedException {
        answers.command(COMMAND, DONE);

        ask(DONE);

        assertThat(findings.count()).isZero();
    }

    @Test
    void shouldFindAVerdictThatFlips() throws IOException, InterruptedException {
        answers.command(COMMAND, DONE);

        ask("{\"status\":\"STALE_VERSION\"}");

        assertThat(findings.sentences()).singleElement().asString().contains("flipped");
    }

    @Test
    void shouldFindAKeyThatMadeAnotherTransaction() throws IOException, InterruptedException {
        answers.key(new Answers.Key("anna", "k", "{}", "{}", "t1"));
        answers.key(new Answers.Key("anna", "k2", "{}", "{}", "t1"));

        ask(DONE);

        assertThat(findings.sentences()).anyMatch(finding -> finding.contains("t1"));
    }

    @Test
    void shouldFindAWriteThatItsTokenDoesNotShow() throws IOException, InterruptedException {
        answers.write("anna", "t1", "token");

        ask(DONE);

        assertThat(findings.sentences()).singleElement().asString().contains("token");
    }

    private void ask(String verdict) throws IOException, InterruptedException {
        try (StandIn api = new StandIn().answering("/commands/c1", verdict)) {
            var unused = answers.ask(new Api(api.url()), 10, new Random(1));
        }
    }
}
