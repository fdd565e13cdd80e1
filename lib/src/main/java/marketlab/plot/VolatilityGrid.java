package marketlab.plot;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import marketlab.dataset.Dataset;

/**
 * Implied volatility by expiry and strike.
 *
 * @param strikes every strike of any expiry, ascending
 * @param expiries the nearest first
 * @param rows one row per expiry, NaN if the expiry does not list the strike
 */
record VolatilityGrid(double[] strikes, List<LocalDate> expiries, List<double[]> rows) {

    static VolatilityGrid of(Dataset dataset) {
        Chain chain = new Chain(dataset);
        List<LocalDate> expiries = chain.expiries();
        double[] strikes = expiries.stream()
                .flatMapToDouble(expiry -> Arrays.stream(chain.strikes(expiry)))
                .sorted()
                .distinct()
                .toArray();
        List<double[]> rows = new ArrayList<>();
        for (LocalDate expiry : expiries) {
            double[] row = new double[strikes.length];
            Arrays.fill(row, Double.NaN);
            double[] listed = chain.strikes(expiry);
            double[] volatility = chain.impliedVolatility(expiry);
            for (int i = 0; i < listed.length; i++) {
                row[Arrays.binarySearch(strikes, listed[i])] = volatility[i];
            }
            rows.add(row);
        }
        return new VolatilityGrid(strikes, expiries, rows);
    }

    List<String> expiryNames() {
        return expiries.stream().map(LocalDate::toString).toList();
    }

    /** The range of an axis or a colour scale if all volatilities are the same, else null: see {@link FlatData}. */
    List<Double> flatRange() {
        return FlatData.range(0.01, rows);
    }

    /** The lower (0) or upper (1) end of {@link #flatRange}; null if there is none. */
    Double end(int which) {
        List<Double> range = flatRange();
        return range == null ? null : range.get(which);
    }

    /** Rows of JSON numbers, null for a missing one. */
    List<List<Double>> json() {
        return rows.stream().map(Json::list).toList();
    }
}
