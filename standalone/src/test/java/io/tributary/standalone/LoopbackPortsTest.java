package io.tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {
    @Test
    void shouldRefuseATakenPortWithTheOptionThatChangesIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> LoopbackPorts.demand(other.getLocalPort(), "--port"))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining(String.valueOf(other.getLocalPort()))
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void shouldTakeAnotherPortWhereOneIsOnlyPreferred() throws IOException {
        int free = LoopbackPorts.free();
        assertThat(LoopbackPorts.<Integer>preferring(free, port -> port)).isEqualTo(free);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(LoopbackPorts.<Integer>preferring(other.getLocalPort(), port -> port))
                    .isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void shouldStartAgainOnAnotherPortWhenOneWasTakenMeanwhile() throws IOException {
        List<ServerSocket> thieves = new ArrayList<>();
        try {
            int started = LoopbackPorts.onFreePort(port -> {
                if (thieves.size() < 2) {
                    thieves.add(listen(port));
                    throw new StartupException("taken");
                }
                return port;
            });
            assertThat(thieves).extracting(ServerSocket::getLocalPort).doesNotContain(started);
        } finally {
            for (ServerSocket thief : thieves) {
                thief.close();
            }
        }
    }

    @Test
    void shouldNotStartAgainWhenThePortIsNotTheReason() {
        List<Integer> tried = new ArrayList<>();

        assertThatThrownBy(() -> LoopbackPorts.onFreePort(port -> {
                    tried.add(port);
                    throw new StartupException("broken");
                }))
                .hasMessage("broken");

        assertThat(tried).hasSize(1);
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }
}
