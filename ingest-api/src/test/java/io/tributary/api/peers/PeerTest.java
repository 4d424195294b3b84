package io.tributary.api.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tributary.api.problem.ProblemException;
import io.tributary.api.problem.ProblemType;
import java.net.URI;
import org.junit.jupiter.api.Test;

final class PeerTest {

    private static final URI OTHER = URI.create("http://127.0.0.1:1");

    @Test
    void shouldAskForTheSamePathAndQuery() {
        assertThat(Peer.target(OTHER, "/api/v1/users/a%20b/transactions", "q=caf%C3%A9&limit=3"))
                .isEqualTo(URI.create("http://127.0.0.1:1/api/v1/users/a%20b/transactions?q=caf%C3%A9&limit=3"));
        assertThat(Peer.target(OTHER, "/x", null)).isEqualTo(URI.create("http://127.0.0.1:1/x"));
    }

    @Test
    void shouldRefuseAnOddQueryWithoutRepeatingIt() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> Peer.target(OTHER, "/x", "q=secret|{name}"))
                .withMessageNotContaining("secret")
                .withNoCause()
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED));
    }
}
