package io.tributary.topologies.intake;

import static io.tributary.schemas.TestTransactions.transaction;
import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.RawTransaction;
import io.tributary.avro.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class FactRulesPropertiesTest {

    private static final Set<Violation> KNOWN =
            FactRules.table().stream().map(Rule::violation).collect(Collectors.toSet());

    @Property
    void shouldAnswerWhateverComes(
            @ForAll String text, @ForAll String other, @ForAll long number, @ForAll int days, @ForAll long now) {
        RawTransaction fact = transaction()
                .user(text)
                .id(other)
                .minor(number)
                .currency(text)
                .description(other)
                .on(LocalDate.ofEpochDay(days))
                .mcc(text)
                .merchant(other)
                .source(text)
                .sourceVersion(number)
                .build();

        List<Violation> violations = FactRules.check(fact, Instant.ofEpochMilli(now));

        assertThat(KNOWN).containsAll(violations);
    }

    @Property
    void shouldAnswerForEveryInstant(@ForAll long occurred, @ForAll long now) {
        RawTransaction fact = transaction().at(Instant.ofEpochMilli(occurred)).build();

        boolean isTaken = FactRules.check(fact, Instant.ofEpochMilli(now)).isEmpty();

        Instant latest = Instant.ofEpochMilli(now).plusSeconds(86_400);
        assertThat(isTaken)
                .isEqualTo(occurred >= 0 && !Instant.ofEpochMilli(occurred).isAfter(latest));
    }

    @Property
    void shouldTakeEveryAmountInRange(@ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) long minor) {
        assertThat(FactRules.check(transaction().minor(minor).build(), Instant.parse("2026-06-15T12:00:00Z")))
                .isEmpty();
    }

    @Property
    void shouldTakeEveryUserOfTheAlphabet(
            @ForAll
                    @CharRange(from = 'a', to = 'z')
                    @CharRange(from = 'A', to = 'Z')
                    @CharRange(from = '0', to = '9')
                    @Chars({'.', '_', ':', '@', '-'})
                    @StringLength(min = 1, max = 64)
                    String user) {
        assertThat(FactRules.isUserId(user)).isEqualTo(!user.equals("me"));
    }

    @Property
    void shouldTakeOnlyTextsThatSurviveUtf8(@ForAll @StringLength(min = 1, max = 100) String text) {
        boolean survives = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).equals(text);
        boolean hasControls = text.chars().anyMatch(c -> Character.isISOControl(c) && "\t\r\n".indexOf(c) < 0);

        assertThat(Texts.isClean(text)).isEqualTo(survives && !hasControls);
    }
}
