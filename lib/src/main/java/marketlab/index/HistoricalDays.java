package marketlab.index;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import marketlab.calendar.Market;
import marketlab.dataset.PriceHistory;

/** Reads the days of a history, from which a {@link Bootstrap} draws. */
final class HistoricalDays {

    private static final int HALF_YEAR = Market.SESSIONS_PER_YEAR / 2;

    private final PriceHistory history;
    private final double[] close;

    /** @param history with one row a day */
    HistoricalDays(PriceHistory history) {
        this.history = history;
        this.close = history.closes();
    }

    /**
     * Every day but the first one, which has no close before it.
     *
     * @param returns the daily log-returns
     */
    List<HistoricalDay> of(double[] returns, double mean, double deviation) {
        double[] open = known("Open");
        double[] high = known("High");
        double[] low = known("Low");
        double[] volume = relative(known("Volume"));
        return IntStream.range(1, close.length)
                .mapToObj(day -> {
                    double upper = Math.max(open[day], close[day]);
                    double lower = Math.min(open[day], close[day]);
                    return new HistoricalDay(
                            (returns[day - 1] - mean) / deviation,
                            StrictMath.log(open[day] / close[day - 1]) / deviation,
                            StrictMath.log(Math.max(upper, high[day]) / upper) / deviation,
                            StrictMath.log(lower / Math.min(lower, low[day])) / deviation,
                            volume[day]);
                })
                .toList();
    }

    /** The numbers of a column; NaN where there is none above 0. */
    private double[] known(String column) {
        Optional<double[]> values = history.values(column);
        return IntStream.range(0, close.length)
                .mapToDouble(day -> values.map(all -> all[day])
                        .filter(value -> value > 0 && value < Double.POSITIVE_INFINITY)
                        .orElse(Double.NaN))
                .toArray();
    }

    /** Over decades, volumes grow many times. Without that, a day of long ago would be no busier than a holiday. */
    private static double[] relative(double[] volume) {
        return IntStream.range(0, volume.length)
                .mapToDouble(day -> volume[day]
                        / IntStream.rangeClosed(
                                        Math.max(0, day - HALF_YEAR), Math.min(volume.length - 1, day + HALF_YEAR))
                                .mapToDouble(near -> volume[near])
                                .filter(near -> !Double.isNaN(near))
                                .average()
                                .orElse(Double.NaN))
                .toArray();
    }
}
