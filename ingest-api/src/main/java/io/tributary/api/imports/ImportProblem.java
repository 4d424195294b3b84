package io.tributary.api.imports;

/** Why a file cannot be imported as it is; the message is one sentence and says what to give. */
public final class ImportProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With the sentence. */
    public ImportProblem(String sentence) {
        super(sentence);
    }
}
