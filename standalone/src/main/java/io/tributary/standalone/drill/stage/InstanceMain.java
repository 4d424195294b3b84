package io.tributary.standalone.drill.stage;

import io.tributary.api.Main;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The application's own main, in a process that ends with whoever started it, however that dies. */
public final class InstanceMain {
    private InstanceMain() {}

    /** Runs the command line of the application. */
    public static void main(String[] arguments) {
        Thread watch = new Thread(InstanceMain::exitWhenParentIsGone, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        // Nobody reads this pipe: what is said for a person must not fill it.
        System.setOut(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Main.main(arguments);
    }

    private static void exitWhenParentIsGone() {
        try {
            while (System.in.read() >= 0) {
                // nothing is said on this pipe: only its end matters
            }
        } catch (IOException broken) {
            // a broken pipe is the same news
        }
        System.exit(0);
    }
}
