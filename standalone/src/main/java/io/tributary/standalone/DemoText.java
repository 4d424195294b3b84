package io.tributary.standalone;

import java.time.YearMonth;
import java.util.Locale;

/** What the demo says on the terminal. */
final class DemoText {
    private DemoText() {}

    /** Said when everything serves. */
    static String addresses(Demo.Running running, DataFolder folder) {
        return """

                Tributary is up:
                  API and its docs  %1$s/docs
                  Start page        %1$s/
                  Kafka             %2$s
                  Schema registry   %3$s
                  Data and logs     %4$s
                """.formatted(running.url(), running.bootstrapServers(), running.registryUrl(), folder.root());
    }

    /** Said when the data is in: three commands that show what this is about. */
    static String thingsToTry(Demo.Running running, boolean withData, YearMonth lastMonth) {
        String users = running.url() + "/api/v1/users/";
        String user = withData ? "household-example" : "me-and-you";
        return String.format(
                Locale.ROOT,
                """

                Three things to try:
                  1. Spend something and see it classified, booked and counted:
                     curl -s '%1$s/api/v1/transactions?wait=true' -H 'Content-Type: application/json' \\
                       -d '{"user_id":"%2$s","amount":"4.50","currency":"USD",
                            "description":"SQ *BLUE BOTTLE COFFEE","occurred_at":"%5$s"}'
                  2. Look at a month:
                     curl -s '%3$s%2$s/dashboard?month=%4$s'
                  3. Follow what is worth knowing, as it happens:
                     curl -sN '%3$s%2$s/insights/stream'

                Ctrl-C stops it; the data stays for the next start (--fresh starts over).
                """,
                running.url(),
                user,
                users,
                withData ? lastMonth : lastMonth.plusMonths(1),
                lastMonth.plusMonths(1).atDay(1));
    }
}
