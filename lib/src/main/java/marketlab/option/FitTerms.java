package marketlab.option;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a chain of quotes does not say itself; each may be null. A chain that marketlab generated says all of it.
 *
 * @param market name of the market whose sessions the options count, such as {@code nifty}
 * @param date day of the quotes
 * @param spot index level, in index points; without it the forwards follow from put-call parity
 * @param rate per year, continuously compounded, as a fraction
 * @param dividendYield per year, continuous, as a fraction; only with a spot
 */
public record FitTerms(String market, LocalDate date, Double spot, Double rate, Double dividendYield) {

    /** Nothing is given. */
    public static final FitTerms NONE = new FitTerms(null, null, null, null, null);

    /** The first that is given, as an option of the command line; null if none is. */
    String firstGiven() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("--market", market);
        all.put("--date", date);
        all.put("--spot", spot);
        all.put("--rate", rate);
        all.put("--yield", dividendYield);
        all.values().removeIf(value -> value == null);
        return all.isEmpty() ? null : all.keySet().iterator().next();
    }
}
