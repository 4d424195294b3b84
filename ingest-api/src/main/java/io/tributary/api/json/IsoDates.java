package io.tributary.api.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;

/** Writes instants, days and months as ISO 8601 text. Requests carry them as text that their routes read. */
final class IsoDates extends SimpleModule {

    private static final long serialVersionUID = 1L;

    IsoDates() {
        super("iso-dates");
        addSerializer(Instant.class, ToStringSerializer.instance);
        addSerializer(LocalDate.class, ToStringSerializer.instance);
        addSerializer(YearMonth.class, ToStringSerializer.instance);
    }
}
