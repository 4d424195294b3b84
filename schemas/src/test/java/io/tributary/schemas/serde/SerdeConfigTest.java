package io.tributary.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.avro.Tick;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SerdeConfigTest {

    @Test
    void shouldNeedNothingButTheAddress() {
        SerdeConfig config = SerdeConfig.from(Map.of("schema.registry.url", "http://one:8081/, https://two/apis/v7"));
        assertThat(config.registry().urls())
                .containsExactly(URI.create("http://one:8081"), URI.create("https://two/apis/v7"));
        assertThat(config.registry().userInfo()).isNull();
        assertThat(config.registry().maxRetries()).isEqualTo(3);
        assertThat(config.schemaUse()).isEqualTo(SchemaUse.REGISTER);
        assertThat(config.valueSubjects()).isEqualTo(SubjectNames.TOPIC_NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, REGISTER",
        "true, true, REGISTER",
        "false, true, LATEST",
        "false, false, LOOK_UP",
    })
    void shouldSayWhereIdsComeFrom(String register, String latest, SchemaUse use) {
        assertThat(with(Map.of("auto.register.schemas", register, "use.latest.version", latest))
                        .schemaUse())
                .isEqualTo(use);
    }

    @ParameterizedTest
    @CsvSource({
        "TopicNameStrategy, TOPIC_NAME, t-value",
        "RecordNameStrategy, RECORD_NAME, io.tributary.avro.Tick",
        "TopicRecordNameStrategy, TOPIC_RECORD_NAME, t-io.tributary.avro.Tick",
        "io.confluent.kafka.serializers.subject.TopicRecordNameStrategy, TOPIC_RECORD_NAME, t-io.tributary.avro.Tick"
    })
    void shouldKnowConfluentsSubjectNames(String strategy, SubjectNames names, String subject) {
        SubjectNames read =
                with(Map.of("value.subject.name.strategy", strategy)).valueSubjects();
        assertThat(read).isEqualTo(names);
        assertThat(read.subject("t", false, Tick.getClassSchema())).isEqualTo(subject);
    }

    @Test
    void shouldNameSubjectsOfKeys() {
        assertThat(with(Map.of("key.subject.name.strategy", "RecordNameStrategy"))
                        .keySubjects())
                .isEqualTo(SubjectNames.RECORD_NAME);
        assertThat(SubjectNames.TOPIC_NAME.subject("t", true, Tick.getClassSchema()))
                .isEqualTo("t-key");
    }

    @Test
    void shouldTakePrefixedKeys() {
        SerdeConfig config = with(Map.of(
                "schema.registry.basic.auth.credentials.source",
                "USER_INFO",
                "schema.registry.basic.auth.user.info",
                "u:p",
                "schema.registry.retries.wait.ms",
                5));
        assertThat(config.registry().userInfo()).isEqualTo("u:p");
        assertThat(config.registry().firstWait()).isEqualTo(Duration.ofMillis(5));
    }

    @ParameterizedTest
    @CsvSource({
        "schema.registry.url, ftp://x",
        "schema.registry.url, 'not an address'",
        "schema.registry.url, ''",
        "value.subject.name.strategy, MyStrategy",
        "auto.register.schemas, perhaps",
        "max.retries, -1",
        "basic.auth.credentials.source, SASL_INHERIT",
        "specific.avro.reader, false"
    })
    void shouldRefuseNonsenseNamingTheKey(String key, String value) {
        assertThatThrownBy(() -> with(Map.of(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    @Test
    void shouldRefuseToGoWithoutAnAddressOrCredentials() {
        assertThatThrownBy(() -> SerdeConfig.from(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
        assertThatThrownBy(() -> with(Map.of("basic.auth.credentials.source", "USER_INFO")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("basic.auth.user.info");
    }

    @Test
    void shouldNeverShowCredentials() {
        SerdeConfig config = with(Map.of("schema.registry.url", "http://me:secret@host:8081"));
        assertThat(config.toString()).contains("http://host:8081").doesNotContain("secret");
        assertThatThrownBy(() -> with(Map.of("schema.registry.url", "ftp://me:secret@host")))
                .hasMessageNotContaining("secret");
    }

    private static SerdeConfig with(Map<String, Object> changes) {
        Map<String, Object> configs = new HashMap<>(Map.of("schema.registry.url", "http://localhost:8081"));
        configs.putAll(changes);
        return SerdeConfig.from(configs);
    }
}
