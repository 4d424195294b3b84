package io.tributary.topologies.classify.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MerchantTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQ *BLUE DOOR DELI 0123 SEATTLE WA US | blue-door-deli | Blue Door Deli",
                "TST* Blue Door Deli - Boston MA | blue-door-deli | Blue Door Deli",
                "POS DEBIT 4123 BLUE DOOR DELI #77 | blue-door-deli | Blue Door Deli",
                "PURCHASE AUTHORIZED ON 08/12 BLUE DOOR DELI SEATTLE WA | blue-door-deli | Blue Door Deli",
                "PAYPAL *BLUEDOOR 4029357733 GB | bluedoor | Bluedoor",
                "CARD PAYMENT TO BLUE DOOR LTD LONDON GBR | blue-door | Blue Door",
                "KARTENZAHLUNG BAECKEREI SCHMIDT GMBH BERLIN DEU | baeckerei-schmidt | Baeckerei Schmidt",
                "WWW.BLUEDOOR.CO.UK 0800 123456 | bluedoor | Bluedoor",
                "BLUE DOOR XXXX1234 | blue-door | Blue Door",
                "IZ *THE CAKE VAN BRISTOL | the-cake-van | The Cake Van",
                "SUMUP *SURF SCHOOL EXETER GB | surf-school | Surf School",
                "1234567 | '' | 1234567",
            })
    void shouldNameTheMerchantNotTheBranch(String line, String key, String name) {
        Words words = Words.of(line);
        MerchantText text = new MerchantText().read(words);

        assertThat(text.key(words)).isEqualTo(key);
        assertThat(text.name(words)).isEqualTo(name);
    }

    @Property
    void shouldMakeKeysOfFewPlainCharacters(@ForAll String line) {
        Words words = Words.of(line);
        MerchantText text = new MerchantText().read(words);

        assertThat(text.key(words)).matches("[a-z0-9-]{0,40}");
        assertThat(text.name(words).length()).isLessThanOrEqualTo(Words.MOST_CHARS);
    }
}
