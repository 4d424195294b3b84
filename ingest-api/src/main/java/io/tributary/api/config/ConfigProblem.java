package io.tributary.api.config;

/** A setting that makes no sense; the message names key and rule in one sentence. */
public final class ConfigProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public ConfigProblem(String message) {
        super(message);
    }
}
