package io.tributary.topologies.ledger;
import io.tributary.avro.ClassifiedTransaction;
import java.time.*; import java.util.*;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
public final class LedgerView { public LedgerView(ReadOnlyKeyValueStore<Bytes,byte[]> ledger) {}
  public Optional<ClassifiedTransaction> find(String userId, String transactionId) { return Optional.empty(); }
  public RollingSums rolling(String userId, Instant until, Duration window) { return new RollingSums(until.minus(window), until, Map.of(), true); }
  public TransactionPage newestFirst(String userId, TransactionFilter filter, @Nullable String cursor, int limit) { return new TransactionPage(List.of(), null); }
}
