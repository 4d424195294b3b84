package io.tributary.api.streams;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tributary.api.config.StartupProblem;
import java.util.List;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.junit.jupiter.api.Test;

final class TopicSetupTest {

    @Test
    void shouldRefuseALogThatBearsItsProducersClocks() {
        assertThatExceptionOfType(StartupProblem.class)
                .isThrownBy(() -> TopicSetup.checkTime(stamped("CreateTime")))
                .withMessage("The topic expenses.raw has message.timestamp.type=CreateTime but must have LogAppendTime:"
                        + " set it with kafka-configs, then start again.");
    }

    @Test
    void shouldTakeTheLogsTimeAndWhatItMayNotSee() {
        assertThatCode(() -> TopicSetup.checkTime(stamped("LogAppendTime"))).doesNotThrowAnyException();
        assertThatCode(() -> TopicSetup.checkTime(new Config(List.of()))).doesNotThrowAnyException();
    }

    private static Config stamped(String type) {
        return new Config(List.of(new ConfigEntry("message.timestamp.type", type)));
    }
}
