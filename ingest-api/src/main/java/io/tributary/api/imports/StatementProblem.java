package io.tributary.api.imports;

/** Why a whole file cannot be imported; the message is one sentence that says what to do and holds no content of it. */
public final class StatementProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public StatementProblem(String sentence) {
        super(sentence);
    }
}
