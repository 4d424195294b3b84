package io.tributary.topologies;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;

/** An in-memory store that counts what is asked of it, by method name. */
public final class CountingStore {

    private final Map<String, Integer> operations = new TreeMap<>();
    private final KeyValueStore<Bytes, byte[]> store;

    /** An empty one. */
    @SuppressWarnings("unchecked")
    public CountingStore(String name) {
        KeyValueStore<Bytes, byte[]> real = Stores.inMemoryKeyValueStore(name).get();
        this.store = (KeyValueStore<Bytes, byte[]>) Proxy.newProxyInstance(
                CountingStore.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (proxy, method, arguments) -> {
                    operations.merge(method.getName(), 1, Integer::sum);
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** The store. */
    public KeyValueStore<Bytes, byte[]> store() {
        return store;
    }

    /** Operations since last asked. */
    public Map<String, Integer> counted() {
        Map<String, Integer> counted = Map.copyOf(operations);
        operations.clear();
        return counted;
    }
}
