package io.tributary.standalone.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tributary.avro.RawTransaction;
import io.tributary.schemas.TestTransactions;
import io.tributary.schemas.Topic;
import io.tributary.schemas.Topics;
import io.tributary.schemas.serde.AvroSerializer;
import io.tributary.schemas.serde.SchemaRegistry;
import io.tributary.schemas.serde.SchemaUse;
import io.tributary.schemas.serde.SubjectNames;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values that no producer should send, and what must come of each. */
final class Poison {
    private static final int TEN_MEGABYTES = 10_000_000;
    private static final int HEADER = 5;
    private static final String MARK = "@@@@@@@@";

    private final ForeignFacts foreign;
    private final AvroSerializer<RawTransaction> serializer;

    Poison(SchemaRegistry registry) {
        this.foreign = new ForeignFacts(registry);
        this.serializer = new AvroSerializer<>(registry, SubjectNames.TOPIC_NAME, SchemaUse.REGISTER);
    }

    /**
     * One bad record.
     *
     * @param name what is wrong; unique
     * @param value the bytes, or null
     * @param topic where it must end
     * @param reason the cause in the dead letter, or the rule in the rejection
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sample(String name, byte @Nullable [] value, Topic<?, ?> topic, String reason) {
        /** A user of its own. */
        String user() {
            return user(name);
        }

        static String user(String name) {
            return "poison-" + name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All of them but those whose size the topic decides. */
    List<Sample> samples() {
        return Stream.concat(dead(), rejected()).toList();
    }

    /** A good fact, and a valid one as far as the schema goes. */
    byte[] encode(RawTransaction fact) {
        return serializer.encode(Topics.EXPENSES_RAW.name(), fact);
    }

    /** As many bytes as asked for that do not compress and are nothing. */
    static Sample noise(int length) {
        byte[] value = new byte[length];
        new Random(length).nextBytes(value);
        value[0] = 1;
        return new Sample("largest", value, Topics.DEAD_LETTERS, "bad-magic");
    }

    /** Compresses to some kilobytes. */
    Sample inflated() {
        byte[] value =
                encode(fact("inflated").description("a".repeat(TEN_MEGABYTES)).build());
        return new Sample("inflated", value, Topics.DEAD_LETTERS, "too-large");
    }

    private Stream<Sample> dead() {
        byte[] good = encode(fact("good").description(MARK).build());
        return Stream.of(
                dead("magic", with(good, 0, (byte) 7), "bad-magic"),
                dead(
                        "schema",
                        ByteBuffer.wrap(good.clone()).putInt(1, 2_000_000_000).array(),
                        "unknown-schema"),
                dead("truncated", Arrays.copyOf(good, good.length - 3), "truncated"),
                dead("header", Arrays.copyOf(good, HEADER - 1), "too-short"),
                dead("empty", new byte[0], "too-short"),
                dead("tail", Arrays.copyOf(good, good.length + 1), "trailing-bytes"),
                dead("utf8", with(good, indexOf(good, MARK), (byte) 0xFF), "invalid-utf8"),
                dead("nan", foreign.withDouble(Sample.user("nan"), Double.NaN), "incompatible-schema"),
                dead("type", foreign.ofAnotherType(), "unexpected-type"),
                dead("tombstone", null, "tombstone"));
    }

    private Stream<Sample> rejected() {
        return Stream.of(
                rejected("day-9999", fact("day-9999").on(LocalDate.of(9999, 12, 31)), "occurred_on.max"),
                rejected(
                        "instant-9999",
                        fact("instant-9999").at(Instant.parse("9999-12-31T00:00:00Z")),
                        "occurred_at.max"),
                rejected("negative", fact("negative").minor(-1), "amount.positive"),
                rejected("least", fact("least").minor(Long.MIN_VALUE), "amount.positive"),
                rejected("most", fact("most").minor(Long.MAX_VALUE), "amount.max"),
                rejected("long", fact("long").description("a".repeat(500_000)), "description.length"));
    }

    private static TestTransactions fact(String name) {
        return TestTransactions.transaction().user(Sample.user(name)).id("bad");
    }

    private static Sample dead(String name, byte @Nullable [] value, String cause) {
        return new Sample(name, value, Topics.DEAD_LETTERS, cause);
    }

    private Sample rejected(String name, TestTransactions fact, String rule) {
        return new Sample(name, encode(fact.build()), Topics.EXPENSES_REJECTED, rule);
    }

    private static byte[] with(byte[] bytes, int at, byte other) {
        byte[] changed = bytes.clone();
        changed[at] = other;
        return changed;
    }

    private static int indexOf(byte[] bytes, String mark) {
        byte[] wanted = mark.getBytes(UTF_8);
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("the mark is not in the bytes");
    }
}
