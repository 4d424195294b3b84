package io.tributary.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicReportTest {

    @Test
    void shouldNameWhatDiffers() {
        assertThat(TopicReport.differences(
                        Map.of("cleanup.policy", "compact", "partitions", "6", "same", "1"),
                        Map.of("cleanup.policy", "delete", "same", "1", "other", "2")))
                .containsExactly("cleanup.policy delete instead of compact", "partitions none instead of 6");
    }

    @Test
    void shouldShowEachTopicOnALine() {
        List<String> table = TopicReport.table(List.of(
                new TopicReport(Topics.EXPENSES_RAW, TopicReport.State.CREATED, 6, 1, List.of()),
                new TopicReport(Topics.FX_RATES, TopicReport.State.EXISTS, 3, 1, List.of("partitions 3 instead of 6")),
                TopicReport.missing(Topics.EXPENSES_PARSED)));
        assertThat(table).hasSize(4);
        assertThat(table.get(1)).startsWith("expenses.raw ").endsWith("delete, 30 d  created");
        assertThat(table.get(2)).endsWith("exists with other settings: partitions 3 instead of 6");
        assertThat(table.get(3)).endsWith("missing");
    }
}
