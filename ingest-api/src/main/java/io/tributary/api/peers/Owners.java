package io.tributary.api.peers;

import java.net.URI;
import java.util.Optional;

/** Which instance has a partition. */
public interface Owners {

    /** Whether this one has it, with its state restored. */
    boolean isHere(int partition);

    /** Where another instance that has it listens; empty where that is not known, or it is this one. */
    Optional<URI> elsewhere(int partition);
}
