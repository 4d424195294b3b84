package io.tributary.standalone.demo;

/** The demo data did not get into the log or through the pipeline; the message is one sentence for the terminal. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public LoadException(String sentence) {
        super(sentence);
    }

    /** With the sentence and what lies behind it. */
    public LoadException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
