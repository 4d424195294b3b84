package io.tributary.topologies.ledger;
import java.time.LocalDate; import org.jspecify.annotations.Nullable;
public record TransactionFilter(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable String category, @Nullable String merchantKey, @Nullable String accountId, @Nullable String text) {}
