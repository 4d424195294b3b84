package io.tributary.standalone;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * The main class of the registry's own JVM. It runs the registry's main class, named by the first argument, and ends
 * the JVM when standard input ends: the pipe from the parent closes however the parent dies, {@code kill -9} included,
 * so no registry is ever left behind.
 */
public final class RegistryLauncher {
    private static final long STOP_MILLIS = 5_000;

    private RegistryLauncher() {}

    /**
     * Runs the registry until it or standard input ends.
     *
     * @param arguments the class whose main method starts the registry
     * @throws ReflectiveOperationException when there is no such class or it does not start
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        startDaemon("parent-watch", RegistryLauncher::exitWhenParentIsGone);
        try {
            Class.forName(arguments[0]).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } catch (InvocationTargetException failure) {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1); // a half-started server keeps threads that would keep the JVM
        }
    }

    private static void exitWhenParentIsGone() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said on this pipe: only its end matters
            }
        } catch (IOException broken) {
            // a broken pipe is the same news
        }
        startDaemon("last-resort", RegistryLauncher::haltLater);
        System.exit(0);
    }

    private static void haltLater() {
        try {
            Thread.sleep(STOP_MILLIS);
        } catch (InterruptedException now) {
            // there is nothing left to wait for
        }
        Runtime.getRuntime().halt(1);
    }

    private static void startDaemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
