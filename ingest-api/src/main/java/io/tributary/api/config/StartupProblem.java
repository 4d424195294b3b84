package io.tributary.api.config;

import org.jspecify.annotations.Nullable;

/** Why the process, or a command of it, cannot do its work; the message is one sentence for whoever started it. */
public final class StartupProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public StartupProblem(String sentence) {
        super(sentence);
    }

    /** With the sentence and what lies behind it, for the log. */
    public StartupProblem(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
