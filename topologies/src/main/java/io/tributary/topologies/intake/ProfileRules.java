package io.tributary.topologies.intake;

import io.tributary.avro.Profile;
import io.tributary.schemas.Currencies;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a profile must keep. Zones and countries are those of the JDK's lists, which only ever grow. */
final class ProfileRules {

    private static final int MAX_ATTENTION = 50;
    private static final int MAX_MUTED = 100;

    private static final Rule TIME_ZONE =
            new Rule("time_zone.known", "time_zone", "time_zone must be an IANA time zone id");
    private static final Rule BASE_CURRENCY = new Rule(
            "base_currency.iso4217",
            "base_currency",
            "base_currency must be a current ISO 4217 code that has minor units");
    private static final Rule AGE_BAND =
            new Rule("age_band.known", "age_band", "age_band must be 18-24, 25-34, 35-44, 45-54, 55-64 or 65+");
    private static final Rule INCOME_BAND = new Rule(
            "income_band.known", "income_band", "income_band must be LOW, LOWER_MIDDLE, MIDDLE, UPPER_MIDDLE or HIGH");
    private static final Rule COUNTRY =
            new Rule("country.iso3166", "country", "country must be an ISO 3166 alpha-2 code");
    private static final Rule ATTENTION =
            new Rule("attention_budget.range", "attention_budget", "attention_budget must be 0 to 50");
    private static final Rule MUTED = new Rule(
            "muted_kinds.format", "muted_kinds", "muted_kinds must be at most 100 names of A-Z 0-9 _, each up to 64");

    /** Every rule of a profile. */
    static final List<Rule> TABLE = List.of(TIME_ZONE, BASE_CURRENCY, AGE_BAND, INCOME_BAND, COUNTRY, ATTENTION, MUTED);

    private static final Set<String> AGE_BANDS = Set.of("18-24", "25-34", "35-44", "45-54", "55-64", "65+");
    private static final Set<String> INCOME_BANDS = Set.of("LOW", "LOWER_MIDDLE", "MIDDLE", "UPPER_MIDDLE", "HIGH");
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private ProfileRules() {}

    static void check(Profile profile, Findings findings) {
        findings.require(isNullOrIn(profile.getTimeZone(), ZONES), TIME_ZONE);
        String currency = profile.getBaseCurrency();
        findings.require(currency == null || Currencies.isKnown(currency), BASE_CURRENCY);
        findings.require(isNullOrIn(profile.getAgeBand(), AGE_BANDS), AGE_BAND);
        findings.require(isNullOrIn(profile.getIncomeBand(), INCOME_BANDS), INCOME_BAND);
        findings.require(isNullOrIn(profile.getCountry(), COUNTRIES), COUNTRY);
        int attention = profile.getAttentionBudget();
        findings.require(attention >= 0 && attention <= MAX_ATTENTION, ATTENTION);
        findings.require(areKinds(profile.getMutedKinds()), MUTED);
    }

    private static boolean isNullOrIn(@Nullable String value, Set<String> known) {
        return value == null || known.contains(value);
    }

    private static boolean areKinds(@Nullable List<String> kinds) {
        return kinds != null
                && kinds.size() <= MAX_MUTED
                && kinds.stream()
                        .allMatch(kind ->
                                Texts.isToken(kind, 64, "_") && kind.chars().noneMatch(c -> c >= 'a' && c <= 'z'));
    }
}
