package io.tributary.standalone;

/**
 * A reason why the product cannot start or go on that the person at the terminal can act on. The message is one whole
 * sentence for that person and is shown as it stands, without a stack trace.
 */
public final class StartupException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    /**
     * For what this program found out by itself.
     *
     * @param sentence what is wrong and what to do about it
     */
    public StartupException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /**
     * For what the machine refused.
     *
     * @param sentence what is wrong and what to do about it
     * @param cause what the machine said
     */
    public StartupException(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** What the person at the terminal reads. */
    public String sentence() {
        return sentence;
    }
}
