package io.tributary.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/** Finds TCP ports on the loopback address for servers that must be told their port before they start. */
public final class LoopbackPorts {
    // Below every system's range for outgoing connections, so that none of those takes a port found free here before
    // the server has opened it.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 200;
    private static final int STARTS = 5;
    private static final int MOST = 65_535;

    private LoopbackPorts() {}

    /**
     * A port nobody listens on now.
     *
     * @throws StartupException when none was found
     */
    public static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new StartupException(
                "No free port was found on the loopback address between %d and %d.".formatted(LOWEST, HIGHEST));
    }

    /**
     * Starts a server on a port that is free. Between the look and the start another program may take the port: then the
     * server, which must have failed and let go of everything, is started on another one.
     *
     * @param server starts on the port it is given
     * @throws StartupException when it fails for another reason, or again and again
     */
    static <T> T onFreePort(IntFunction<T> server) {
        for (int attempt = 1; ; attempt++) {
            int port = free();
            try {
                return server.apply(port);
            } catch (StartupException failure) {
                if (attempt == STARTS || isFree(port)) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Starts a server on a port that the person at the terminal would expect, or on any other when that one is taken.
     *
     * @param preferred the port to try first
     * @param server starts on the port it is given
     * @throws StartupException when it fails for another reason
     */
    static <T> T preferring(int preferred, IntFunction<T> server) {
        if (isFree(preferred)) {
            try {
                return server.apply(preferred);
            } catch (StartupException failure) {
                if (isFree(preferred)) {
                    throw failure;
                }
            }
        }
        return onFreePort(server);
    }

    /**
     * The given port.
     *
     * @param option the command line option that changes it, named in the error
     * @throws StartupException when it is no port, or another program listens on it
     */
    public static int demand(int port, String option) {
        if (port < 0 || port > MOST) {
            throw new StartupException("%s is %d but must be from 0 to %d.".formatted(option, port, MOST));
        }
        if (!isFree(port)) {
            throw new StartupException(
                    "Port %d is already in use by another program: stop that program or choose another port with %s."
                            .formatted(port, option));
        }
        return port;
    }

    /** Whether a server could listen on that loopback port now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
