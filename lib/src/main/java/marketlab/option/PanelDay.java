package marketlab.option;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/**
 * The chain of one day of a panel.
 *
 * @param at time of the day, exchange-local; null for the close
 * @param model complete
 * @param strikes of each maturity, in index points
 */
record PanelDay(
        LocalDate valued,
        LocalTime at,
        ChainTerms terms,
        ChainModel model,
        List<Maturity> maturities,
        List<double[]> strikes) {

    /** The moment of valuation; midnight for the close. */
    LocalDateTime time() {
        return at == null ? valued.atStartOfDay() : valued.atTime(at);
    }

    int rows() {
        return strikes.stream().mapToInt(ladder -> ladder.length).sum();
    }
}
