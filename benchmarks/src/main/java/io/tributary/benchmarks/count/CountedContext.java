package io.tributary.benchmarks.count;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A processor's context that hands out counted stores and is otherwise the real one. */
final class CountedContext implements InvocationHandler {

    private final Object real;
    private final StoreOperations operations;

    private CountedContext(Object real, StoreOperations operations) {
        this.real = real;
        this.operations = operations;
    }

    static <C> C around(Class<C> type, C real, StoreOperations operations) {
        return type.cast(Proxy.newProxyInstance(
                CountedContext.class.getClassLoader(), new Class<?>[] {type}, new CountedContext(real, operations)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            Object answer = method.invoke(real, arguments);
            return method.getName().equals("getStateStore") && answer instanceof KeyValueStore<?, ?> store
                    ? CountedStore.around(store, operations)
                    : answer;
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
