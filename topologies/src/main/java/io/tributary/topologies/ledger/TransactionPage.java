package io.tributary.topologies.ledger;
import io.tributary.avro.ClassifiedTransaction; import java.util.List; import org.jspecify.annotations.Nullable;
public record TransactionPage(List<ClassifiedTransaction> transactions, @Nullable String next) {}
