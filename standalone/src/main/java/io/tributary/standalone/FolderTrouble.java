package io.tributary.standalone;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Puts what the operating system says about a data folder into one sentence for the person at the terminal. */
final class FolderTrouble {
    private FolderTrouble() {}

    /** For a folder that refuses an operation. */
    static StartupException unusable(Path root, IOException refused) {
        if (Objects.requireNonNullElse(refused.getMessage(), "").contains("No space left")) {
            return new StartupException(
                    "The disk that holds %s is full: free some space or choose another folder with --data-dir."
                            .formatted(root),
                    refused);
        }
        return new StartupException(
                "The data folder %s cannot be used (%s): choose another one with --data-dir."
                        .formatted(root, inWords(refused)),
                refused);
    }

    /** For a disk on which too little is left to start. */
    static StartupException diskFull(Path root, long freeBytes, long requiredBytes) {
        return new StartupException(("The disk that holds %s is full (%d MB are left, %d MB are needed): "
                        + "free some space or choose another folder with --data-dir.")
                .formatted(root, freeBytes >> 20, requiredBytes >> 20));
    }

    private static String inWords(IOException refused) {
        if (refused instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (refused instanceof FileAlreadyExistsException) {
            return "there is a file of that name";
        }
        if (refused instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason().toLowerCase(Locale.ROOT);
        }
        return Objects.requireNonNullElse(
                refused.getMessage(), refused.getClass().getSimpleName());
    }
}
