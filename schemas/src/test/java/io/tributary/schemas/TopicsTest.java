package io.tributary.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tributary.avro.Insight;
import io.tributary.avro.UserCommand;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

final class TopicsTest {

    @Test
    void shouldHoldEveryTopicOnce() {
        assertThat(Topics.all().stream().map(Topic::name))
                .containsExactly(
                        "expenses.raw",
                        "expenses.parsed",
                        "expenses.rejected",
                        "users.state",
                        "aggregates.monthly",
                        "insights.events",
                        "fx.rates",
                        "tributary.dead-letters");
        assertThat(Topics.byName("expenses.raw")).contains(Topics.EXPENSES_RAW);
        assertThat(Topics.byName("expenses")).isEmpty();
    }

    @Test
    void shouldNameSubjectsSoThatAnyClientFindsTheMainOne() {
        assertThat(Topics.EXPENSES_RAW.subjects().stream().map(TopicSubject::name))
                .containsExactly(
                        "expenses.raw-value",
                        "expenses.raw-io.tributary.avro.UserCommand",
                        "expenses.raw-io.tributary.avro.Tick",
                        "expenses.raw-io.tributary.avro.Continue");
        assertThat(Topics.EXPENSES_RAW.subjectOf(UserCommand.class))
                .isEqualTo("expenses.raw-io.tributary.avro.UserCommand");
        assertThat(Topics.DEAD_LETTERS.subjects()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.EXPENSES_RAW.subjectOf(Insight.class));
    }

    @Test
    void shouldKeepTheTimeOfTheLog() {
        assertThat(Topics.EXPENSES_RAW.configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("message.timestamp.type", "LogAppendTime")
                .containsEntry("retention.ms", Long.toString(Duration.ofDays(30).toMillis()))
                .containsEntry("max.message.bytes", "1048588");
    }

    @Test
    void shouldOnlyCompactCurrentValues() {
        for (Topic<?, ?> topic : List.of(Topics.EXPENSES_PARSED, Topics.USERS_STATE, Topics.AGGREGATES_MONTHLY)) {
            assertThat(topic.configs())
                    .containsEntry("cleanup.policy", "compact")
                    .containsEntry("delete.retention.ms", "604800000")
                    .containsEntry("max.compaction.lag.ms", "86400000")
                    .doesNotContainKey("retention.ms");
        }
    }

    @Test
    void shouldLetAWholeDeadLetterIn() {
        int largest = Integer.parseInt(Topics.DEAD_LETTERS.configs().get("max.message.bytes"));
        assertThat(largest).isGreaterThan(2 * 1024 * 1024);
    }

    @Test
    void shouldBeCreatedWithPartitionsReplicasAndConfigs() {
        NewTopic single = Topics.EXPENSES_PARSED.newTopic(Topic.DEFAULT_PARTITIONS, 1);
        assertThat(single.name()).isEqualTo("expenses.parsed");
        assertThat(single.numPartitions()).isEqualTo(6);
        assertThat(single.configs()).containsEntry("min.insync.replicas", "1");
        assertThat(Topics.EXPENSES_PARSED.newTopic(12, 3).configs()).containsEntry("min.insync.replicas", "2");
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.EXPENSES_PARSED.newTopic(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Topics.EXPENSES_PARSED.newTopic(1, 0));
    }

    @Test
    void shouldDescribeItselfInOneRowOfSevenCells() {
        assertThat(Topics.EXPENSES_PARSED.markdownRow())
                .isEqualTo("| `expenses.parsed` | user\\|transaction | ClassifiedTransaction | compact | ledger"
                        + " | sinks, consumers, rebuild | every transaction as it now stands |");
        for (Topic<?, ?> topic : Topics.all()) {
            assertThat(topic.markdownRow().split("(?<!\\\\)\\|", -1)).hasSize(9);
        }
        assertThat(Topics.markdownTable().lines()).hasSize(2 + Topics.all().size());
    }

    /** Reading relies on it: bytes are only ever decoded to become a text. */
    @Test
    void shouldHoldNoBytesField() {
        String all = Topics.all().stream()
                .flatMap(topic -> topic.subjects().stream())
                .map(TopicSubject::schema)
                .map(Schema::toString)
                .collect(Collectors.joining());
        assertThat(all).contains("\"string\"").doesNotContain("\"bytes\"");
    }
}
