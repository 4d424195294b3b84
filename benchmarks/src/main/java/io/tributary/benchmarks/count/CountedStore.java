package io.tributary.benchmarks.count;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store that counts and times what is asked of it, and asks the real one. */
final class CountedStore implements InvocationHandler {

    private final KeyValueStore<?, ?> real;
    private final StoreOperations operations;

    private CountedStore(KeyValueStore<?, ?> real, StoreOperations operations) {
        this.real = real;
        this.operations = operations;
    }

    static Object around(KeyValueStore<?, ?> real, StoreOperations operations) {
        return Proxy.newProxyInstance(
                CountedStore.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                new CountedStore(real, operations));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        long begin = System.nanoTime();
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        } finally {
            count(method.getName(), arguments, System.nanoTime() - begin);
        }
    }

    private void count(String method, Object @Nullable [] arguments, long nanos) {
        String store = real.name();
        switch (method) {
            case "get" -> operations.got(store, key(arguments), nanos);
            case "put", "putIfAbsent" -> operations.put(store, key(arguments), isNull(arguments), nanos);
            case "delete" -> operations.put(store, key(arguments), true, nanos);
            case "range", "reverseRange", "all", "reverseAll", "prefixScan" -> operations.ranged(store, nanos);
            case "putAll" ->
                ((List<?>) first(arguments))
                        .forEach(row -> operations.put(
                                store, (Bytes) ((org.apache.kafka.streams.KeyValue<?, ?>) row).key, false, nanos));
            default -> {
                // flush, close and the like are not asked by features
            }
        }
    }

    private static Bytes key(Object @Nullable [] arguments) {
        return (Bytes) first(arguments);
    }

    private static Object first(Object @Nullable [] arguments) {
        return java.util.Objects.requireNonNull(arguments)[0];
    }

    private static boolean isNull(Object @Nullable [] arguments) {
        return arguments != null && arguments.length > 1 && arguments[1] == null;
    }
}
