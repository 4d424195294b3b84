package io.tributary.topologies.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Continue;
import io.tributary.avro.RawTransaction;
import io.tributary.schemas.TestCommands;
import io.tributary.schemas.TestTransactions;
import io.tributary.topologies.PipelineConfig;
import io.tributary.topologies.PlainClassifier;
import io.tributary.topologies.TopologyFixture;
import io.tributary.topologies.flow.Automatic;
import io.tributary.topologies.flow.Classification;
import io.tributary.topologies.flow.Classifier;
import io.tributary.topologies.flow.PersonalSettings;
import io.tributary.topologies.flow.Subject;
import io.tributary.topologies.taxonomy.Category;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a decision that throws costs: its own record, and nothing else. */
class LedgerFailureTest {

    private final TopologyFixture pipeline =
            TopologyFixture.open(PipelineConfig.defaults(1), () -> new FailingClassifier(new PlainClassifier()));

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void shouldDeadLetterAFactThatCannotBeDecidedAndGoOn() {
        pipeline.append(
                fact("good-1", "Cafe"), fact("bad", "AUTOMATIC"), fact("worse", "PERSONAL"), fact("good-2", "Cafe"));

        assertThat(pipeline.deadLetters()).isEqualTo(2);
        assertThat(pipeline.ledger().find("u1", "bad")).isEmpty();
        assertThat(pipeline.ledger().find("u1", "worse")).isEmpty();
        assertThat(pipeline.ledger().find("u1", "good-2")).isPresent();
        assertThat(pipeline.parsed()).hasSize(2);
    }

    @Test
    void shouldDeadLetterACommandThatCannotBeDecidedAndChangeNothing() {
        pipeline.append(fact("t1", "Cafe"));

        pipeline.append(TestCommands.command().user("u1").id("c1").on("t1").amendDescription("PERSONAL"));

        assertThat(pipeline.deadLetters()).isEqualTo(1);
        assertThat(pipeline.ledger().find("u1", "t1").orElseThrow().getVersion())
                .isEqualTo(1);
    }

    @Test
    void shouldEndAJobAlthoughARowCannotBeRestated() {
        pipeline.append(fact("a", "Cafe"), fact("b", "LATER"), fact("c", "Cafe"));
        pipeline.append(TestCommands.command().user("u1").id("c1").putRule("r1", "cafe", "TRANSPORTATION_GAS"));

        pipeline.append(new Continue("u1", "c1", 0L));

        assertThat(pipeline.jobs().running("u1")).isEmpty();
        assertThat(pipeline.deadLetters()).isEqualTo(1);
        assertThat(pipeline.ledger().find("u1", "c").orElseThrow().getRuleId()).isEqualTo("r1");
    }

    @Test
    void shouldDeadLetterWhatWouldPassTheBoundsOfAMonthAndGoOn() {
        for (int i = 0; i < 9_224; i++) {
            LocalDate day = LocalDate.of(2026, 6, 1 + i % 2);
            pipeline.append(huge("t" + i).on(day).build());
        }
        pipeline.append(fact("good", "Cafe"));

        assertThat(pipeline.deadLetters()).isEqualTo(1);
        assertThat(pipeline.ledger().find("u1", "t9222")).isPresent();
        assertThat(pipeline.ledger().find("u1", "t9223")).isEmpty();
        assertThat(pipeline.ledger().find("u1", "good")).isPresent();
    }

    @Test
    void shouldEndAJobThatWouldMergeTwoCategoriesIntoOneTooLarge() {
        for (int i = 0; i < 5_000; i++) {
            pipeline.append(huge("a" + i).description("Tesco").build());
            pipeline.append(huge("b" + i).description("Salary").inflow().build());
        }
        pipeline.append(TestCommands.command().user("u1").id("c1").putRule("r1", "tesco", "TRAVEL_FLIGHTS"));

        pipeline.runJobs();

        assertThat(pipeline.jobs().running("u1")).isEmpty();
        assertThat(pipeline.jobs().find("u1", "c1").orElseThrow().getChanged()).isEqualTo(5_000);
    }

    private static TestTransactions huge(String id) {
        return TestTransactions.transaction()
                .user("u1")
                .id(id)
                .sourceVersion(1)
                .description("Tesco")
                .minor(1_000_000_000_000_000L);
    }

    private static RawTransaction fact(String id, String description) {
        return TestTransactions.transaction()
                .user("u1")
                .id(id)
                .description(description)
                .build();
    }

    /** Fails on a few words, one of them only once the user has rules. */
    private record FailingClassifier(Classifier real) implements Classifier {

        @Override
        public String version() {
            return real.version();
        }

        @Override
        public Automatic automatic(Subject subject) {
            fail(subject, "AUTOMATIC");
            return real.automatic(subject);
        }

        @Override
        public Classification personal(
                Subject subject, Automatic automatic, PersonalSettings settings, @Nullable Category chosen) {
            fail(subject, "PERSONAL");
            if (!settings.rules().isEmpty()) {
                fail(subject, "LATER");
            }
            return real.personal(subject, automatic, settings, chosen);
        }

        @Override
        public List<Alternative> alternatives(Subject subject, int most) {
            return real.alternatives(subject, most);
        }

        private static void fail(Subject subject, String word) {
            if (subject.description().equals(word)) {
                throw new IllegalStateException("on purpose");
            }
        }
    }
}
