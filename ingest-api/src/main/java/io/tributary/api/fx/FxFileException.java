package io.tributary.api.fx;

import java.util.List;

/** A file of exchange rates that breaks rules; nothing of it is used. */
public final class FxFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 10;

    private final transient List<String> errors;

    FxFileException(List<String> errors) {
        super(sentence(errors));
        this.errors = List.copyOf(errors);
    }

    /** What is wrong, one sentence each with the line it is in. */
    public List<String> errors() {
        return errors;
    }

    private static String sentence(List<String> errors) {
        String shown = String.join("\n", errors.subList(0, Math.min(MOST_SHOWN, errors.size())));
        return errors.size() > MOST_SHOWN ? shown + "\nand " + (errors.size() - MOST_SHOWN) + " more" : shown;
    }
}
