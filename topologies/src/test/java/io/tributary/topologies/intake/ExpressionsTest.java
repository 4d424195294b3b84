package io.tributary.topologies.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.topologies.intake.Expressions.Verdict;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UBER.*TRIP",
                "^(SQ|TST) ?\\*",
                "[A-Z]{1,9} [0-9]{2,9} X{2}",
                "(\\d{4}-){3}\\d{4}",
                "\\bTESCO\\b|\\bALDI\\b",
                "(?i)netflix"
            })
    void shouldTakeWhatUsersWrite(String expression) {
        assertThat(Expressions.judge(expression)).isEqualTo(Verdict.GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "a**", "[z-a]", "(?=a)", "(a)\\1"})
    void shouldRefuseWhatIsNotRe2(String expression) {
        assertThat(Expressions.judge(expression)).isEqualTo(Verdict.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a{1001}",
                "((a{100}){100}){100}",
                "(((((a{999}){999}){999}){999}){999})",
                "((a{1000})+){1000}",
                "(a{2,1000}?){2,1000}",
                "(([)]{1000}){1000})",
                "(abcdefghij){900}",
                "(?:.?){900}z",
                "(?:[a-z]?[0-9]?){330}!"
            })
    void shouldRefuseWhatWouldFillTheMemoryOrTakeLong(String expression) {
        assertThat(Expressions.judge(expression)).isEqualTo(Verdict.TOO_COSTLY);
    }

    @Property
    void shouldJudgeWhateverComes(
            @ForAll
                    @Chars({'a', '(', ')', '{', '}', '9', ',', '[', ']', '\\', '*', '+', '?', '|', 'Q', 'E', 'p', 'L'})
                    @StringLength(max = 256)
                    String expression) {
        assertThat(Expressions.judge(expression)).isNotNull();
    }
}
