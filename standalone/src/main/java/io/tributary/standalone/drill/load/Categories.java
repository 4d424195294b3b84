package io.tributary.standalone.drill.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.tributary.standalone.StartupException;
import io.tributary.standalone.drill.oracle.Oracle;
import io.tributary.standalone.drill.oracle.StatementLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Statement lines and categories of a drill. The categories of the three kinds of teaching are apart from each other and
 * from what the classifier says, so that an answer tells which teaching it shows.
 */
public final class Categories {
    /** Chosen for a single transaction. */
    static final List<String> FOR_ONE = List.of("TRAVEL_FLIGHTS", "TRAVEL_LODGING", "TRAVEL_RENTAL_CARS");

    /** Chosen for a merchant. */
    static final List<String> FOR_MERCHANT =
            List.of("MEDICAL_DENTAL_CARE", "MEDICAL_EYE_CARE", "PERSONAL_CARE_GYMS_AND_FITNESS_CENTERS");

    /** Set by rules. */
    static final List<String> FOR_RULE =
            List.of("GENERAL_SERVICES_EDUCATION", "GENERAL_SERVICES_CHILDCARE", "HOME_IMPROVEMENT_FURNITURE");

    private static final List<String> OUT = List.of(
            "TESCO STORES 3297",
            "SHELL 8841",
            "NETFLIX.COM",
            "AMAZON.CO.UK",
            "STARBUCKS 11230",
            "UBER TRIP HELP.UBER.COM",
            "BRITISH GAS",
            "MCDONALDS 221",
            "SPOTIFY P0F3A2",
            "BOOTS 0432",
            "IKEA LTD",
            "DELIVEROO",
            "ALDI 77",
            "VODAFONE LTD");
    private static final List<String> IN = List.of("SALARY ACME LTD", "INTEREST PAID");
    private static final int LEAST_LINES = 8;

    private Categories() {}

    /**
     * An oracle that knows the lines as the API classifies them before anything is sent.
     *
     * @throws StartupException when the API does not know them apart
     */
    public static Oracle ask(Api api) throws InterruptedException {
        List<StatementLine> lines = new ArrayList<>();
        Set<String> merchants = new HashSet<>();
        for (String description : Stream.concat(OUT.stream(), IN.stream()).toList()) {
            StatementLine line = classify(api, description, IN.contains(description));
            boolean usable = !line.inflow() || line.primary().equals("INCOME");
            if (usable && !line.merchantKey().isEmpty() && merchants.add(line.merchantKey())) {
                lines.add(line);
            }
        }
        if (lines.size() < LEAST_LINES) {
            throw new StartupException("The API tells only %d merchants of the drill apart.".formatted(lines.size()));
        }
        return new Oracle(lines, primaries(api));
    }

    private static StatementLine classify(Api api, String description, boolean inflow) throws InterruptedException {
        String body =
                "{\"description\":\"%s\",\"direction\":\"%s\"}".formatted(description, inflow ? "INFLOW" : "OUTFLOW");
        JsonNode said = api.settled(Api.Call.of("POST", "/classify", body)).json();
        return new StatementLine(
                description,
                inflow,
                said.path("category_detail").asText(),
                said.path("category").asText(),
                said.path("merchant_key").asText(""));
    }

    private static Map<String, String> primaries(Api api) throws InterruptedException {
        Map<String, String> primaries = new HashMap<>();
        for (JsonNode row : api.settled(Api.Call.get("/categories")).json().path("categories")) {
            primaries.put(row.path("category").asText(), row.path("primary").asText());
        }
        return primaries;
    }
}
