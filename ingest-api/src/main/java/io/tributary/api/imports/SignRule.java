package io.tributary.api.imports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Turns what stands in the columns of amounts into one signed amount, negative for money out.
 *
 * <p>With a word for the direction: where all amounts have one sign, the word decides; where they have both, the sign does,
 * turned round when most words contradict it (cards often write spending without a sign). In columns of their own,
 * debits and credits mean the same with and without a minus, as long as all have it; else the odd ones are reversals.
 */
record SignRule(
        ColumnMapping columns,
        AmountText.Decimals decimals,
        boolean wordDecides,
        boolean flipped,
        boolean debitsNegative,
        boolean creditsNegative) {

    /** What a row's amount is. */
    sealed interface Signed {
        /** This. */
        record Amount(BigDecimal value) implements Signed {}

        /** None, by this rule. */
        record Broken(String rule, String message) implements Signed {}
    }

    private static final Signed NO_NUMBER = new Signed.Broken("amount.number", "amount must be a decimal number");
    private static final Signed TWO_AMOUNTS =
            new Signed.Broken("amount.one", "a row must have an amount out or an amount in, not both");

    /** Looks at all rows. */
    static SignRule of(
            ColumnMapping columns, AmountText.Decimals decimals, List<CsvStatement.Line> lines, boolean flip) {
        long plus = 0;
        long minus = 0;
        long agree = 0;
        long contradict = 0;
        for (CsvStatement.Line line : lines) {
            int sign = AmountText.read(columns.cell(line, Column.AMOUNT), decimals)
                    .map(BigDecimal::signum)
                    .orElse(0);
            Optional<Way> way = Way.of(columns.cell(line, Column.DIRECTION));
            plus += sign > 0 ? 1 : 0;
            minus += sign < 0 ? 1 : 0;
            if (sign != 0 && way.isPresent()) {
                boolean agrees = (sign < 0) == (way.get() == Way.OUT);
                agree += agrees ? 1 : 0;
                contradict += agrees ? 0 : 1;
            }
        }
        boolean wordDecides = columns.has(Column.DIRECTION) && (plus == 0 || minus == 0);
        return new SignRule(
                columns,
                decimals,
                wordDecides,
                flip || (!wordDecides && contradict > agree),
                isNegative(columns, Column.DEBIT, decimals, lines),
                isNegative(columns, Column.CREDIT, decimals, lines));
    }

    /** The signed amount of a row. */
    Signed read(CsvStatement.Line line) {
        return columns.has(Column.AMOUNT) ? fromOne(line) : fromTwo(line);
    }

    private Signed fromOne(CsvStatement.Line line) {
        Optional<BigDecimal> amount = AmountText.read(columns.cell(line, Column.AMOUNT), decimals);
        if (amount.isEmpty()) {
            return NO_NUMBER;
        }
        if (!wordDecides) {
            return new Signed.Amount(flipped ? amount.get().negate() : amount.get());
        }
        BigDecimal size = amount.get().abs();
        return Way.of(columns.cell(line, Column.DIRECTION))
                .<Signed>map(way -> new Signed.Amount(way == Way.OUT ? size.negate() : size))
                .orElseGet(() -> new Signed.Broken("direction.known", "the row must say which way the money went"));
    }

    private Signed fromTwo(CsvStatement.Line line) {
        String debit = filled(columns.cell(line, Column.DEBIT));
        String credit = filled(columns.cell(line, Column.CREDIT));
        Optional<BigDecimal> out = size(debit, debitsNegative);
        Optional<BigDecimal> in = size(credit, creditsNegative);
        if (out.isEmpty() || in.isEmpty() || (debit.isEmpty() && credit.isEmpty())) {
            return NO_NUMBER;
        }
        return out.get().signum() != 0 && in.get().signum() != 0
                ? TWO_AMOUNTS
                : new Signed.Amount(in.get().subtract(out.get()));
    }

    /** Some banks write a dash where there is nothing. */
    private static String filled(String cell) {
        return cell.equals("-") ? "" : cell;
    }

    private Optional<BigDecimal> size(String cell, boolean negative) {
        return cell.isEmpty()
                ? Optional.of(BigDecimal.ZERO)
                : AmountText.read(cell, decimals).map(amount -> negative ? amount.negate() : amount);
    }

    private static boolean isNegative(
            ColumnMapping columns, Column column, AmountText.Decimals decimals, List<CsvStatement.Line> lines) {
        return lines.stream()
                .flatMap(line -> AmountText.read(columns.cell(line, column), decimals).stream())
                .noneMatch(amount -> amount.signum() > 0);
    }
}
