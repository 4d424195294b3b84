package io.tributary.topologies.guard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Stores in memory that ask {@link Faults} before every call, and before every call on the iterators they give. */
final class FaultyStores {

    private static final Set<String> CALLS =
            Set.of("get", "put", "delete", "putAll", "putIfAbsent", "range", "reverseRange", "prefixScan", "all");
    private static final Set<String> STEPS = Set.of("hasNext", "next", "peekNextKey");

    private FaultyStores() {}

    /** The same store, in memory. */
    static StoreBuilder<?> around(StoreBuilder<?> builder, Faults faults) {
        return proxy(StoreBuilder.class, (proxy, method, arguments) -> {
            if (method.getName().equals("build")) {
                return store(builder.name(), faults);
            }
            Object result = method.invoke(builder, arguments);
            return result == builder ? proxy : result;
        });
    }

    private static Object store(String name, Faults faults) {
        KeyValueStore<Bytes, byte[]> real = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled()
                .build();
        return proxy(KeyValueStore.class, (proxy, method, arguments) -> {
            if (CALLS.contains(method.getName())) {
                faults.reached(name, method.getName(), null);
            }
            Object result = invoke(method, real, arguments);
            return result instanceof KeyValueIterator<?, ?> rows ? iterator(name, rows, faults) : result;
        });
    }

    private static Object iterator(String name, KeyValueIterator<?, ?> real, Faults faults) {
        return proxy(KeyValueIterator.class, (proxy, method, arguments) -> {
            if (STEPS.contains(method.getName())) {
                faults.reached(name, method.getName(), null);
            }
            return invoke(method, real, arguments);
        });
    }

    private static Object invoke(java.lang.reflect.Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(FaultyStores.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
