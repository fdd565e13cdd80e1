package marketlab.plot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;

/** An option chain, grouped by expiry and ordered by strike; of a panel of many days, the chain of the last day. */
final class Chain {

    private static final String DAY = "Date";
    private static final String DAYS_LEFT = "Days";

    private final Dataset dataset;
    private final PlotColumns columns;
    private final double[] strike;
    private final Map<LocalDate, int[]> rows = new TreeMap<>();

    Chain(Dataset dataset) {
        this.dataset = dataset;
        this.columns = PlotColumns.of(dataset);
        this.strike = columns.numbers("Strike");
        double[] expiry = columns.time("ExpiryDate");
        double[] day = dataset.table().containsColumn(DAY) ? columns.time(DAY) : new double[0];
        double last = Arrays.stream(day).max().orElse(Double.NaN);
        double[] left = has(DAYS_LEFT) ? columns.numbers(DAYS_LEFT) : new double[0];
        Map<LocalDate, List<Integer>> byExpiry = new TreeMap<>();
        for (int row = 0; row < strike.length; row++) {
            boolean isShown = (day.length == 0 || day[row] == last) && (left.length == 0 || left[row] > 0);
            if (isShown && !Double.isNaN(strike[row]) && !Double.isNaN(expiry[row])) {
                LocalDate date = Instant.ofEpochMilli((long) expiry[row])
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();
                byExpiry.computeIfAbsent(date, d -> new ArrayList<>()).add(row);
            }
        }
        byExpiry.forEach((date, unsorted) -> rows.put(
                date,
                unsorted.stream()
                        .sorted(Comparator.comparingDouble(row -> strike[row]))
                        .mapToInt(Integer::intValue)
                        .toArray()));
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("nothing to plot: no row has a strike and an expiry");
        }
    }

    static boolean fits(Dataset dataset) {
        return PlotColumns.hasNumbers(dataset, "Strike") && dataset.table().containsColumn("ExpiryDate");
    }

    /**
     * Returns this expiry if the chain has options for it.
     *
     * @throws IllegalArgumentException if it has none
     */
    LocalDate expiry(LocalDate expiry) {
        if (!rows.containsKey(expiry)) {
            throw new IllegalArgumentException("no options expire on %s; expiries: %s".formatted(expiry, expiries()));
        }
        return expiry;
    }

    /** Expiries, the nearest first. */
    List<LocalDate> expiries() {
        return List.copyOf(rows.keySet());
    }

    boolean has(String column) {
        return PlotColumns.hasNumbers(dataset, column);
    }

    double[] strikes(LocalDate expiry) {
        return cut(strike, expiry);
    }

    double[] numbers(String column, LocalDate expiry) {
        return cut(columns.numbers(column), expiry);
    }

    /** Price of the underlying, if a column or the model's parameters contain it. */
    OptionalDouble spot() {
        if (has("Spot")) {
            return OptionalDouble.of(
                    columns.numbers("Spot")[rows.values().iterator().next()[0]]);
        }
        return dataset.metadata().modelParams().get("spot") instanceof Number spot
                ? OptionalDouble.of(spot.doubleValue())
                : OptionalDouble.empty();
    }

    /**
     * Implied volatility by strike, of the out-of-the-money option: the put below the spot, else the call. If the spot
     * is unknown, always the call. If one is missing, the other.
     */
    double[] impliedVolatility(LocalDate expiry) {
        double[] strike = strikes(expiry);
        double[] call = numbers("CallIV", expiry);
        double[] put = numbers("PutIV", expiry);
        double from = spot().orElse(Double.NEGATIVE_INFINITY);
        double[] volatility = new double[strike.length];
        for (int i = 0; i < strike.length; i++) {
            boolean putIsOut = strike[i] < from;
            double out = putIsOut ? put[i] : call[i];
            volatility[i] = !Double.isNaN(out) ? out : putIsOut ? call[i] : put[i];
        }
        return volatility;
    }

    private double[] cut(double[] column, LocalDate expiry) {
        return IntStream.of(rows.get(expiry)).mapToDouble(row -> column[row]).toArray();
    }
}
