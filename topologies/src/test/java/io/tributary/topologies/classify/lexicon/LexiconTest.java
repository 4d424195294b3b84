package io.tributary.topologies.classify.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.Direction;
import io.tributary.topologies.classify.text.MerchantText;
import io.tributary.topologies.classify.text.Table;
import io.tributary.topologies.classify.text.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {

    private final MerchantDictionary merchants = MerchantDictionary.load();
    private final StructuralRules rules = StructuralRules.load();

    @Test
    void shouldKeepMerchantsSortedAndEachOnce() {
        List<String> names = Table.rows(MerchantDictionary.class, "merchants.tsv", 5).stream()
                .map(row -> row[0])
                .toList();

        assertThat(names).isSorted().doesNotHaveDuplicates();
        assertThat(merchants.merchants()).extracting(Merchant::key).doesNotHaveDuplicates();
        assertThat(merchants.merchants()).extracting(Merchant::key).allMatch(key -> key.matches("[a-z0-9-]{1,40}"));
    }

    @Test
    void shouldKnowEightThousandMerchantsAndMoreWithTheirWebsites() {
        assertThat(merchants.merchants()).hasSizeGreaterThan(8_000);
        assertThat(merchants.merchants())
                .extracting(Merchant::website)
                .allMatch(website -> website == null || website.matches("[a-z0-9.-]+\\.[a-z]{2,}(/\\S*)?"))
                .filteredOn(Objects::nonNull)
                .hasSizeGreaterThan(8_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WHOLE FOODS MARK | whole-foods",
                "WHOLEFOODSMARKET 10234 AUSTIN TX | whole-foods",
                "CRACKER BARR | cracker-barrel",
                "POS DEBIT TRADERJOES | trader-joes",
                "CHEESECAKE FACT | cheesecake-factory",
            })
    void shouldFindAMerchantThatWasCutOffOrWrittenAsOneWord(String line, String key) {
        Words words = Words.of(line);

        assertThat(merchants.find(words, new MerchantText().read(words)))
                .extracting(Merchant::key)
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMERICAN FAMILY", "UNITED WE STAND", "GOLDEN", "BLUE"})
    void shouldNotTakeAnOrdinaryWordForTheBeginningOfAName(String line) {
        Words words = Words.of(line);

        assertThat(merchants.find(words, new MerchantText().read(words))).isNull();
    }

    @Test
    void shouldSpellAliasesInNormalFormAndEachOnce() {
        assertThat(merchants.aliases())
                .extracting(MerchantDictionary.Alias::phrase)
                .doesNotHaveDuplicates()
                .allMatch(phrase -> phrase.equals(Words.normalise(phrase)));
    }

    @Test
    void shouldKeepKeywordsSortedAndEachOnce() {
        List<String> words = Keywords.load().rows().stream().map(row -> row[0]).toList();

        assertThat(words).isSorted().doesNotHaveDuplicates().allMatch(word -> word.equals(Words.normalise(word)));
    }

    @Test
    void shouldKnowEveryMerchantCategoryCode() {
        MerchantCategoryCodes codes = MerchantCategoryCodes.load();
        List<String[]> rows = Table.rows(MerchantCategoryCodes.class, "mcc.tsv", 3);

        assertThat(rows).hasSize(981).allMatch(row -> codes.find(row[0]) != null);
        assertThat(codes.find("5411")).hasToString("FOOD_AND_DRINK_GROCERIES");
        assertThat(codes.find("54x1")).isNull();
        assertThat(codes.find("0000")).isNull();
        assertThat(codes.find(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TESCO STORES 5138 | tesco",
                "Amazon.co.uk MS2EJ7RU4 | amazon",
                "UBER *EATS HELP.UBER.COM | uber-eats",
                "POS 4411 IKEA WEMBLEY | ikea",
                "MCDONALD'S F1234 | mcdonalds",
                "CARD FACTORY | card-factory",
            })
    void shouldFindTheLongestMerchant(String line, String key) {
        Words words = Words.of(line);

        assertThat(merchants.find(words, new MerchantText().read(words)))
                .extracting(Merchant::key)
                .isEqualTo(key);
    }

    @Test
    void shouldTakeOrdinaryWordsForAMerchantOnlyAtTheStart() {
        Words words = Words.of("OLD RIFLE TARGET RANGE");

        assertThat(merchants.find(words, new MerchantText().read(words))).isNull();
    }

    /** A gate may only leave out what its expression would not find anyway. */
    @Test
    void shouldOpenTheGateForEveryLineARuleMatches() {
        for (String line : LINES) {
            Words words = Words.of(line);
            long open = rules.candidates(words);
            for (int i = 0; i < rules.rules().size(); i++) {
                StructuralRule rule = rules.rules().get(i);
                boolean matches = Arrays.stream(Direction.values()).anyMatch(way -> rule.matches(way, words.text()));
                assertThat((open & 1L << i) != 0 || !matches)
                        .as("%s on %s", rule.id(), line)
                        .isTrue();
            }
        }
    }

    private static final List<String> LINES = List.of(
            "OVERDRAFT FEE",
            "TST* THE RUSTIC TABLE",
            "NSF RETURNED ITEM FEE",
            "NON-CHASE ATM FEE-WITH",
            "FOREIGN TRANSACTION FEE",
            "INTEREST CHARGED ON PURCHASES",
            "MONTHLY MAINTENANCE FEE",
            "ACME CORP PAYROLL PPD ID 123",
            "DIRECT DEP ACME",
            "DIRDEP ACME",
            "DIRECTDEP ACME",
            "INTEREST PAID",
            "INT PAID",
            "DIVIDEND VTI",
            "IRS TREAS 310 TAX REF",
            "TAXREFUND",
            "STATE TAX RFD",
            "PENSION CREDIT",
            "SSA TREAS 310",
            "CHASE CREDIT CRD AUTOPAY",
            "PAYMENT THANK YOU",
            "CAPITAL ONE CRCARDPMT",
            "AMEX EPAYMENT ACH PMT",
            "WELLS FARGO HOME MTG PYMT",
            "STUDENT LN PMT",
            "TOYOTA AUTO LOAN",
            "EMI 123",
            "ATM WITHDRAWAL 123",
            "CASHPOINT HSBC",
            "GELDAUTOMAT SPARKASSE",
            "BANCOMAT ROMA",
            "MOBILE CHECK DEPOSIT",
            "CASH DEP",
            "TRANSFER TO SAVINGS",
            "SAVINGS TRANSFER",
            "AUTOSAVE",
            "ROUNDUP",
            "ROTH IRA",
            "401(K) PLAN",
            "401K",
            "ZELLE TO JOHN",
            "FASTER PAYMENT",
            "STANDING ORDER",
            "INTERAC ETRANSFER",
            "CASHAPP",
            "CASH APP",
            "UEBERWEISUNG MUELLER",
            "CHECK 1234",
            "RENT MAY",
            "INS PREM AVIVA",
            "USATAXPYMT IRS",
            "COUNCIL TAX",
            "CHILD SUPPORT",
            "CASHBACK REWARDS",
            "CREDIT MISC",
            "UNEMPLOYMENT BENEFIT",
            "UI BENEFIT PAYMENT",
            "OVERDRAFT FEE REVERSAL",
            "REFUND OF ATM FEE",
            "INTERNATIONAL FEE REBATE",
            "LATE FEE",
            "BANKCHARGES",
            "NONSUFFICIENT FUNDS",
            "CROSSBORDER FEE",
            "AUTOPAYMENT THANK YOU",
            "HOMELOAN PAYMENT",
            "DISHONOURED");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NON-CHASE ATM FEE-WITH | OUTFLOW | BANK_FEES_ATM_FEES",
                "DAILY OVERDRAFT FEE | OUTFLOW | BANK_FEES_OVERDRAFT_FEES",
                "OVERDRAFT FEE REVERSAL | INFLOW | BANK_FEES_OVERDRAFT_FEES",
                "ACME CORP PAYROLL | INFLOW | INCOME_WAGES",
                "IRS TREAS 310 TAX REF | INFLOW | INCOME_TAX_REFUND",
                "PAYMENT THANK YOU | INFLOW | LOAN_PAYMENTS_CREDIT_CARD_PAYMENT",
                "ATM WITHDRAWAL 00423 LONDON | OUTFLOW | TRANSFER_OUT_WITHDRAWAL",
                "GELDAUTOMAT SPARKASSE | OUTFLOW | TRANSFER_OUT_WITHDRAWAL",
                "INTEREST PAID | INFLOW | INCOME_INTEREST_EARNED",
                "X/X MORTGAGE LN PAYMENT | OUTFLOW | LOAN_PAYMENTS_MORTGAGE_PAYMENT",
            })
    void shouldTellTheFormOfALine(String line, Direction direction, String category) {
        Words words = Words.of(line);

        assertThat(rules.first(rules.candidates(words), StructuralRule.Strength.STRONG, direction, words.text()))
                .extracting(rule -> rule.category().code())
                .isEqualTo(category);
    }

    @Test
    void shouldHoldNoExpressionAgainstMostLines() {
        assertThat(rules.candidates(Words.of("TESCO STORES 5138 LONDON"))).isZero();
    }
}
