package marketlab.option;

import java.time.LocalDate;
import java.util.List;

/**
 * The chain of one day of a panel.
 *
 * @param model complete
 * @param strikes of each maturity, in index points
 */
record PanelDay(
        LocalDate valued, ChainTerms terms, ChainModel model, List<Maturity> maturities, List<double[]> strikes) {

    int rows() {
        return strikes.stream().mapToInt(ladder -> ladder.length).sum();
    }
}
