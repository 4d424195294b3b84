package io.tributary.api.peers;

import java.net.URI;
import java.util.List;

/** Which instances have a partition, as far as this one knows. */
public interface Owners {

    /** Whether this one has it, with its state restored. */
    boolean isHere(int partition);

    /**
     * Where another instance that has it listens. Empty where that is not known, or it is this one; several where the
     * group tells this one no more, because it is stopping.
     */
    List<URI> elsewhere(int partition);

    /** Where other instances listen that keep a copy of its state. */
    List<URI> copies(int partition);

    /** Whether a partition that nobody has just now may be had in a moment: the group lives. */
    boolean isInMotion();
}
