package io.tributary.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
        assertThat(LoopbackPorts.preferring(free)).isEqualTo(free);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(LoopbackPorts.preferring(other.getLocalPort())).isNotEqualTo(other.getLocalPort());
        }
    }
}
