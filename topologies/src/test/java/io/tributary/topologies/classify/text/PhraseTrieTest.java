package io.tributary.topologies.classify.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PhraseTrieTest {

    private final PhraseTrie trie = new PhraseTrie.Builder()
            .add("UBER", 1)
            .add("UBER EATS", 2)
            .add("EATS FRESH TODAY", 3)
            .build();

    @Test
    void shouldFindTheLongestPhraseThatStartsAtAWord() {
        long found = trie.longest(Words.of("MY UBER EATS FRESH"), 1);

        assertThat(PhraseTrie.value(found)).isEqualTo(2);
        assertThat(PhraseTrie.words(found)).isEqualTo(2);
    }

    @Test
    void shouldNotFindTheBeginningOfAPhrase() {
        assertThat(trie.longest(Words.of("EATS FRESH"), 0)).isEqualTo(PhraseTrie.NONE);
    }

    @Test
    void shouldFindWholeWordsOnly() {
        assertThat(trie.longest(Words.of("UBERS"), 0)).isEqualTo(PhraseTrie.NONE);
    }

    @Test
    void shouldRefuseOnePhraseWithTwoNumbers() {
        PhraseTrie.Builder builder = new PhraseTrie.Builder().add("UBER", 1);

        assertThatThrownBy(() -> builder.add("UBER", 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldHoldManyPhrases() {
        PhraseTrie.Builder builder = new PhraseTrie.Builder();
        for (int i = 0; i < 5_000; i++) {
            builder.add("SHOP " + i, i);
        }
        PhraseTrie many = builder.build();

        for (int i = 0; i < 5_000; i++) {
            assertThat(PhraseTrie.value(many.longest(Words.of("SHOP " + i), 0))).isEqualTo(i);
        }
    }
}
