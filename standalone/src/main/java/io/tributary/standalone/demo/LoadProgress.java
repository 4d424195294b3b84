package io.tributary.standalone.demo;

/** Shows a person how far something long has got. */
public interface LoadProgress extends AutoCloseable {
    /**
     * Says how many of all are done, from any thread.
     *
     * @param done never less than what was said before
     */
    void reached(long done);

    /** Nothing more will be said. */
    @Override
    void close();
}
