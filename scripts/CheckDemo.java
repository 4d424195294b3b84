import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * Checks a running demo against the CSVs it was loaded from, with nothing of the product's code: reads the files, asks the
 * API, compares to the minor unit. Run it from the project's folder while {@code ./tributary demo} runs:
 *
 * <pre>java scripts/CheckDemo.java [--url http://127.0.0.1:8080] [--data-dir data]</pre>
 *
 * <p>What must hold: 65,795 card rows accepted and the 974 of amount 0 rejected; inflow and outflow of every user and month
 * equal the files, households moved by whole months to end in the month before the first load; totals by category equal the
 * sum of the served transactions. Exit code 0 when all of it holds.
 */
public class CheckDemo {

    private static final Path FILES = Path.of("standalone/src/main/resources/demo");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final Map<String, Sum> expected = new TreeMap<>();
    private final TreeSet<String> users = new TreeSet<>();
    private int zero;
    private int cards;
    private int wrong;

    private CheckDemo(String url) {
        this.url = url;
    }

    public static void main(String[] arguments) throws Exception {
        if (List.of(arguments).contains("--help")) {
            System.out.println("java scripts/CheckDemo.java [--url http://127.0.0.1:8080] [--data-dir data]");
            System.out.println("Compares a running demo with the files it was loaded from. Run it before you post anything of");
            System.out.println("your own: what is not in the files is counted as wrong.");
            return;
        }
        Map<String, String> options = new HashMap<>(Map.of("--url", "http://127.0.0.1:8080", "--data-dir", "data"));
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        CheckDemo check = new CheckDemo(options.get("--url"));
        check.readCards();
        check.readHouseholds(firstLoad(Path.of(options.get("--data-dir"))));
        try {
            check.compare();
        } catch (ConnectException nobody) {
            System.err.println("Nobody answers at " + options.get("--url") + ": start ./tributary demo, or give --url.");
            System.exit(1);
        }
        System.exit(check.wrong == 0 ? 0 : 1);
    }

    /** The day of the first load fixes how far households are moved; the demo keeps it beside its data. */
    private static LocalDate firstLoad(Path dataFolder) throws IOException {
        Path notes = dataFolder.resolve("demo.properties");
        if (!Files.exists(notes)) {
            System.out.println("no " + notes + ": taking today as the day of the first load");
            return LocalDate.now();
        }
        Properties properties = new Properties();
        try (BufferedReader reader = Files.newBufferedReader(notes)) {
            properties.load(reader);
        }
        return LocalDate.parse(properties.getProperty("first.load"));
    }

    private void readCards() throws IOException {
        for (Map<String, String> row : csv("devon_pcard_2014_2020.csv.gz")) {
            cards++;
            expect(row.get("account"), LocalDate.parse(row.get("date")), row);
        }
    }

    private void readHouseholds(LocalDate firstLoad) throws IOException {
        List<Map<String, String>> rows = csv("beancount_example_synthetic.csv.gz");
        Map<String, LocalDate> last = new HashMap<>();
        rows.forEach(row -> last.merge(household(row), LocalDate.parse(row.get("date")), (a, b) -> a.isAfter(b) ? a : b));
        for (Map<String, String> row : rows) {
            YearMonth end = YearMonth.from(last.get(household(row)));
            long months = ChronoUnit.MONTHS.between(end, YearMonth.from(firstLoad).minusMonths(1));
            expect(household(row), LocalDate.parse(row.get("date")).plusMonths(months), row);
        }
    }

    private static String household(Map<String, String> row) {
        String name = row.get("account").substring(0, row.get("account").indexOf(':'));
        return "household-" + (name.endsWith("-example") ? name.substring(0, name.length() - "-example".length()) : name);
    }

    private void expect(String user, LocalDate day, Map<String, String> row) {
        BigDecimal amount = new BigDecimal(row.get("amount"));
        users.add(user);
        if (amount.signum() == 0) {
            zero++;
            return;
        }
        String key = user + " " + YearMonth.from(day) + " " + row.get("currency");
        expected.computeIfAbsent(key, k -> new Sum()).add(amount);
    }

    private void compare() throws IOException, InterruptedException {
        Map<String, Sum> served = new TreeMap<>();
        long transactions = 0;
        for (String user : users) {
            for (Object row : pages("/users/" + user + "/aggregates?by=month&from=1990-01-01&to=2100-01-01", "rows")) {
                Sum sum = Sum.of(row);
                served.put(user + " " + text(row, "key") + " " + text(row, "currency"), sum);
            }
            transactions += byCategory(user);
        }
        report(zero == 974, "974 card rows have the amount 0; the files say " + zero);
        report(cards - zero == 65_795, "65,795 card rows count; the files say " + (cards - zero));
        report(
                transactions == expected.values().stream().mapToLong(sum -> sum.count).sum(),
                "the API serves " + transactions + " transactions of " + users.size() + " users: all that are not 0");
        TreeSet<String> keys = new TreeSet<>(expected.keySet());
        keys.addAll(served.keySet());
        keys.removeIf(key -> Objects.equals(expected.get(key), served.get(key)));
        keys.stream().limit(10).forEach(key -> System.out.println(
                "  " + key + ": files " + expected.get(key) + ", API " + served.get(key)));
        report(keys.isEmpty(), "inflow, outflow and count of " + expected.size() + " months of users equal the files");
    }

    /** Totals by category against the transactions themselves; how many transactions there are. */
    private long byCategory(String user) throws IOException, InterruptedException {
        Map<String, Sum> fromTransactions = new TreeMap<>();
        long count = 0;
        for (Object row : pages("/users/" + user + "/transactions?limit=500", "transactions")) {
            count++;
            BigDecimal amount = money(row, "amount");
            fromTransactions
                    .computeIfAbsent(text(row, "category") + " " + currency(row, "amount"), k -> new Sum())
                    .add(text(row, "direction").equals("INFLOW") ? amount : amount.negate());
        }
        Map<String, Sum> totals = new TreeMap<>();
        for (Object row : pages("/users/" + user + "/aggregates?by=category&from=1990-01-01&to=2100-01-01", "rows")) {
            totals.put(text(row, "key") + " " + text(row, "currency"), Sum.of(row));
        }
        if (!totals.equals(fromTransactions)) {
            report(false, user + ": totals by category differ: " + totals + " and " + fromTransactions);
        }
        return count;
    }

    private void report(boolean holds, String what) {
        System.out.println((holds ? "ok    " : "WRONG ") + what);
        wrong += holds ? 0 : 1;
    }

    private List<Object> pages(String path, String list) throws IOException, InterruptedException {
        List<Object> all = new ArrayList<>();
        String cursor = null;
        do {
            String more = cursor == null ? "" : "&cursor=" + cursor;
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(url + "/api/v1" + path + more)).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(path + " answers " + answer.statusCode() + ": " + answer.body());
            }
            Map<?, ?> body = (Map<?, ?>) new Json(answer.body()).value();
            all.addAll((List<?>) body.get(list));
            cursor = (String) body.get("next");
        } while (cursor != null);
        return all;
    }

    private static String text(Object row, String field) {
        return (String) ((Map<?, ?>) row).get(field);
    }

    private static BigDecimal money(Object row, String field) {
        return new BigDecimal(text(((Map<?, ?>) row).get(field), "amount"));
    }

    private static String currency(Object row, String field) {
        return text(((Map<?, ?>) row).get(field), "currency");
    }

    private static List<Map<String, String>> csv(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(FILES.resolve(name))), StandardCharsets.UTF_8))) {
            List<String> header = fields(reader.readLine());
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                List<String> values = fields(line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), values.get(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean escaped = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (escaped) {
                    field.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static final class Sum {

        private BigDecimal in = BigDecimal.ZERO;
        private BigDecimal out = BigDecimal.ZERO;
        private long count;

        static Sum of(Object row) {
            Sum sum = new Sum();
            sum.in = money(row, "inflow");
            sum.out = money(row, "outflow");
            sum.count = Long.parseLong(((Map<?, ?>) row).get("count").toString());
            return sum;
        }

        void add(BigDecimal signed) {
            if (signed.signum() > 0) {
                in = in.add(signed);
            } else {
                out = out.subtract(signed);
            }
            count++;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Sum sum
                    && in.compareTo(sum.in) == 0
                    && out.compareTo(sum.out) == 0
                    && count == sum.count;
        }

        @Override
        public int hashCode() {
            return Long.hashCode(count);
        }

        @Override
        public String toString() {
            return "in " + in + ", out " + out + ", " + count + " rows";
        }
    }

    /** Just enough JSON: objects as maps, arrays as lists, strings as strings, everything else as its text. */
    private static final class Json {

        private final String text;
        private int at;

        Json(String text) {
            this.text = text;
        }

        Object value() {
            skip();
            char c = text.charAt(at);
            return switch (c) {
                case '{' -> object();
                case '[' -> array();
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> object() {
            Map<String, Object> object = new HashMap<>();
            at++;
            skip();
            while (text.charAt(at) != '}') {
                String name = string();
                skip();
                at++;
                object.put(name, value());
                skip();
                if (text.charAt(at) == ',') {
                    at++;
                    skip();
                }
            }
            at++;
            return object;
        }

        private List<Object> array() {
            List<Object> array = new ArrayList<>();
            at++;
            skip();
            while (text.charAt(at) != ']') {
                array.add(value());
                skip();
                if (text.charAt(at) == ',') {
                    at++;
                    skip();
                }
            }
            at++;
            return array;
        }

        private String string() {
            StringBuilder string = new StringBuilder();
            for (at++; text.charAt(at) != '"'; at++) {
                if (text.charAt(at) != '\\') {
                    string.append(text.charAt(at));
                    continue;
                }
                char escaped = text.charAt(++at);
                if (escaped == 'u') {
                    string.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                    at += 4;
                } else {
                    int known = "nrtbf".indexOf(escaped);
                    string.append(known < 0 ? escaped : "\n\r\t\b\f".charAt(known));
                }
            }
            at++;
            return string.toString();
        }

        private Object word() {
            int from = at;
            while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            return word.equals("null") ? null : word;
        }

        private void skip() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
