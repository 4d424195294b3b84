package io.tributary.topologies.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.tributary.avro.AccountKind;
import io.tributary.avro.Bucket;
import io.tributary.avro.DecidedBy;
import io.tributary.avro.Direction;
import io.tributary.topologies.taxonomy.Category;
import io.tributary.topologies.taxonomy.Taxonomy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BucketsTest {

    @ParameterizedTest
    @CsvSource({
        "INCOME_WAGES, INFLOW, MODEL, INCOME",
        "INCOME_WAGES, OUTFLOW, USER, WANT",
        "TRANSFER_IN_ACCOUNT_TRANSFER, INFLOW, TRANSFER_RULE, NEUTRAL",
        "TRANSFER_IN_ACCOUNT_TRANSFER, INFLOW, MODEL, INCOME",
        "TRANSFER_IN, OUTFLOW, USER, NEUTRAL",
        "TRANSFER_OUT_ACCOUNT_TRANSFER, OUTFLOW, DICTIONARY, NEUTRAL",
        "TRANSFER_OUT_ACCOUNT_TRANSFER, OUTFLOW, MODEL, WANT",
        "TRANSFER_OUT_ACCOUNT_TRANSFER, OUTFLOW, MCC, WANT",
        "TRANSFER_OUT_SAVINGS, OUTFLOW, STRUCTURE, SAVING",
        "TRANSFER_OUT_SAVINGS, OUTFLOW, MODEL, WANT",
        "TRANSFER_OUT_SAVINGS, OUTFLOW, USER_MERCHANT, SAVING",
        "TRANSFER_OUT_WITHDRAWAL, OUTFLOW, STRUCTURE, WANT",
        "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT, OUTFLOW, STRUCTURE, NEUTRAL",
        "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT, INFLOW, STRUCTURE, NEUTRAL",
        "LOAN_PAYMENTS_CREDIT_CARD_PAYMENT, OUTFLOW, MODEL, WANT",
        "LOAN_PAYMENTS_MORTGAGE_PAYMENT, OUTFLOW, STRUCTURE, NEED",
        "BANK_FEES_ATM_FEES, OUTFLOW, STRUCTURE, WANT",
        "BANK_FEES_ATM_FEES, INFLOW, STRUCTURE, WANT",
        "FOOD_AND_DRINK_GROCERIES, OUTFLOW, MODEL, NEED",
        "FOOD_AND_DRINK_GROCERIES, INFLOW, DICTIONARY, NEED",
        "OTHER, OUTFLOW, NONE, WANT",
    })
    void shouldCountByDirectionAndWhoDecided(
            String category, Direction direction, DecidedBy decidedBy, Bucket expected) {
        assertThat(Buckets.bucket(Taxonomy.of(category), direction, decidedBy, Map.of()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "FOOD_AND_DRINK_GROCERIES, OUTFLOW, MODEL, CURRENT, FOOD_AND_DRINK_GROCERIES",
        "FOOD_AND_DRINK_GROCERIES, INFLOW, DICTIONARY, CURRENT, FOOD_AND_DRINK_GROCERIES",
        "FOOD_AND_DRINK_GROCERIES, INFLOW, KEYWORD, , FOOD_AND_DRINK_GROCERIES",
        "FOOD_AND_DRINK_GROCERIES, INFLOW, MODEL, CARD, FOOD_AND_DRINK_GROCERIES",
        "FOOD_AND_DRINK_GROCERIES, INFLOW, MODEL, CURRENT, INCOME_OTHER_INCOME",
        "FOOD_AND_DRINK_GROCERIES, INFLOW, MODEL, , INCOME_OTHER_INCOME",
        "OTHER, INFLOW, NONE, , INCOME_OTHER_INCOME",
        "OTHER, INFLOW, NONE, CARD, OTHER",
        "BANK_FEES_ATM_FEES, INFLOW, STRUCTURE, , BANK_FEES_ATM_FEES",
        "INCOME_WAGES, INFLOW, MODEL, , INCOME_WAGES",
        "TRANSFER_IN_DEPOSIT, INFLOW, MODEL, , TRANSFER_IN_DEPOSIT",
    })
    void shouldTakeMoneyBackForARefundOnlyWhereSomebodyKnows(
            String category, Direction direction, DecidedBy decidedBy, AccountKind kind, String expected) {
        assertThat(Buckets.category(Taxonomy.of(category), direction, decidedBy, kind))
                .hasToString(expected);
    }

    @Test
    void shouldLetTheDetailedOverrideGoBeforeThePrimary() {
        Category groceries = Taxonomy.of("FOOD_AND_DRINK_GROCERIES");
        Map<Category, Bucket> overrides = Map.of(Taxonomy.of("FOOD_AND_DRINK"), Bucket.NEUTRAL, groceries, Bucket.WANT);

        assertThat(Buckets.bucket(groceries, Direction.OUTFLOW, DecidedBy.MODEL, overrides))
                .isEqualTo(Bucket.WANT);
        assertThat(Buckets.bucket(Taxonomy.of("FOOD_AND_DRINK_COFFEE"), Direction.OUTFLOW, DecidedBy.MODEL, overrides))
                .isEqualTo(Bucket.NEUTRAL);
    }

    @ParameterizedTest
    @EnumSource(DecidedBy.class)
    void shouldNeverCountMoneyOutAsIncome(DecidedBy decidedBy) {
        for (Category category : Taxonomy.all()) {
            assertThat(Buckets.bucket(category, Direction.OUTFLOW, decidedBy, Map.of(category, Bucket.INCOME)))
                    .as(category.code())
                    .isNotEqualTo(Bucket.INCOME);
        }
    }
}
