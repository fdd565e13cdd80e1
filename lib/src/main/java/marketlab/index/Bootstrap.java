package marketlab.index;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import marketlab.calendar.Market;
import marketlab.dataset.Check;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import marketlab.dataset.RecordedParameters;

/**
 * Days of a real history, drawn in blocks of random length, so that volatility clusters are kept: the stationary
 * bootstrap of Politis and Romano, <i>The Stationary Bootstrap</i>, Journal of the American Statistical Association 89,
 * 1994. The bar of a day has the gap, the range and the volume of the drawn day, if the history has them. Bars shorter
 * than a session have only its return: within the session the path is a Brownian bridge. The same holds for a session
 * that is shorter than usual and the one after it, which share a drawn day.
 *
 * <p>With another volatility than the history's, gaps and ranges grow like the returns. A volume is that of the drawn
 * day, relative to the mean of the year around it, times the market's usual one: as volumes grow over decades, the
 * history's own would jump from block to block.
 *
 * @param drift expected growth per year of 252 sessions, continuously compounded, as a fraction
 * @param volatility of the daily log-returns, annualised, as a fraction
 * @param meanBlock mean length of a block in sessions, at least 1; with 1 every day is drawn independently
 * @param days of the history, in order
 */
public record Bootstrap(double drift, double volatility, double meanBlock, List<HistoricalDay> days)
        implements IndexModel {

    static final String NAME = "bootstrap";
    private static final String DRIFT = "drift";
    private static final String VOLATILITY = "volatility";
    private static final String MEAN_BLOCK = "meanBlock";

    /** @throws IllegalArgumentException if a parameter is not finite or outside its range, or there are no days */
    public Bootstrap {
        Check.finite("drift", drift);
        Check.notNegative("volatility", volatility);
        if (!(meanBlock >= 1 && meanBlock < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("meanBlock must be >= 1, got " + meanBlock);
        }
        Check.positive("number of days", days.size());
        days = List.copyOf(days);
    }

    /**
     * The bootstrap of a history of daily bars, or of shorter bars joined into days, with the history's own drift and
     * volatility.
     *
     * @throws IllegalArgumentException as {@link PriceHistory#of}, and if there are fewer than thirty daily returns,
     * the rows are weeks or months, or the close never changes
     */
    public static Bootstrap of(Dataset history, double meanBlock) {
        return of(PriceHistory.of(history).daily(), meanBlock);
    }

    /**
     * The bootstraps of several histories, of the days that all of them have: see {@link IndexBasket#sameDays}. A
     * return after a day that is left out is that since the last day before it.
     *
     * @throws IllegalArgumentException as {@link #of(Dataset, double)}, and if a history has no dates
     */
    public static List<Bootstrap> joint(List<Dataset> histories, double meanBlock) {
        return commonDays(histories).stream()
                .map(history -> of(history, meanBlock))
                .toList();
    }

    /** The days that {@link #joint} draws from; their {@link PriceHistory#notes} say how many are left out. */
    public static List<PriceHistory> commonDays(List<Dataset> histories) {
        return PriceHistory.onCommonDays(histories.stream()
                .map(history -> PriceHistory.of(history).daily())
                .toList());
    }

    /** The bootstrap of a history with one row a day. */
    static Bootstrap of(PriceHistory history, double meanBlock) {
        ModelChecks.days(NAME, history.spacing());
        double[] returns = history.logReturns(MaximumLikelihood.FEWEST);
        SampleMoments sample = SampleMoments.of(returns);
        double deviation = Math.sqrt(sample.variance());
        Check.positive("deviation of the history's returns", deviation);
        double perYear = history.spacing().perYear();
        double volatility = deviation * Math.sqrt(perYear);
        double drift = sample.mean() * perYear + 0.5 * volatility * volatility;
        List<HistoricalDay> days = new HistoricalDays(history).of(returns, sample.mean(), deviation);
        return new Bootstrap(drift, volatility, meanBlock, days);
    }

    /** The bootstrap of a history with these {@link #parameters}. */
    static Bootstrap of(Dataset history, RecordedParameters recorded) {
        return of(history, recorded.number(MEAN_BLOCK)).as(recorded);
    }

    /** The bootstraps of several histories with these {@link #parameters}. */
    static List<Bootstrap> joint(List<Dataset> histories, RecordedParameters recorded) {
        return joint(histories, recorded.number(MEAN_BLOCK));
    }

    /** This bootstrap with recorded drift and volatility. */
    Bootstrap as(RecordedParameters recorded) {
        return withDrift(recorded.number(DRIFT)).withVolatility(recorded.number(VOLATILITY));
    }

    double[] surprises() {
        return days.stream().mapToDouble(HistoricalDay::surprise).toArray();
    }

    /** Whether days have open, high and low. */
    boolean hasBars() {
        return days.stream().anyMatch(HistoricalDay::hasBar);
    }

    /** The columns that come from the history in bars of whole sessions. */
    List<String> drawnColumns() {
        List<String> columns = new ArrayList<>(hasBars() ? List.of("Open", "High", "Low", "Close") : List.of("Close"));
        if (days.stream().anyMatch(HistoricalDay::hasVolume)) {
            columns.add("Volume");
        }
        return columns;
    }

    /** What bars of whole sessions do not have from the history, because it does not have it, a sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        addNote(notes, "Open, High and Low", "gaps and ranges", HistoricalDay::hasBar);
        addNote(notes, "Volume", "volumes", HistoricalDay::hasVolume);
        return notes;
    }

    private void addNote(List<String> notes, String columns, String simulated, Predicate<HistoricalDay> has) {
        long without = days.stream().filter(has.negate()).count();
        if (without > 0) {
            notes.add(
                    without == days.size()
                            ? "the history has no %s: %s are simulated".formatted(columns, simulated)
                            : "%s of %s days of the history have no %s: there, %s are simulated"
                                    .formatted(without, days.size(), columns, simulated));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Bootstrap withDrift(double drift) {
        return new Bootstrap(drift, volatility, meanBlock, days);
    }

    @Override
    public Bootstrap withVolatility(double volatility) {
        return new Bootstrap(drift, volatility, meanBlock, days);
    }

    /** Drift, volatility, mean block length, and the number of days to draw from. */
    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(DRIFT, drift);
        parameters.put(VOLATILITY, volatility);
        parameters.put(MEAN_BLOCK, meanBlock);
        parameters.put("observations", days.size());
        return parameters;
    }

    /** See {@link ModelPath#of}. */
    ModelPath moves(RandomStream events) {
        double logDrift = drift - 0.5 * volatility * volatility;
        double deviation = volatility / Math.sqrt(Market.SESSIONS_PER_YEAR);
        return new ModelPath() {
            private final Sessions sessions = new Sessions();
            private final boolean hasMore = drawnColumns().size() > 1;
            private int day = anyDay();
            private double rest = days.get(day).surprise();
            private boolean isWhole = true;
            private boolean isFirst = true;

            @Override
            public void fill(StepBlock steps) {
                if (hasMore && steps.drawn == null) {
                    steps.drawn = new DrawnBars();
                }
                for (int i = 0; i < steps.size; i++) {
                    double left = sessions.left();
                    double part = Math.min(left, steps.years[i] * Market.SESSIONS_PER_YEAR);
                    boolean last = sessions.endAfter(steps.years[i]);
                    double move =
                            last ? rest : rest * part / left + Math.sqrt(part * (left - part) / left) * steps.shock[i];
                    if (hasMore) {
                        draw(steps.drawn, i, last && isWhole);
                    }
                    rest -= move;
                    isWhole = last;
                    if (last) {
                        day = events.nextDouble() * meanBlock < 1 ? anyDay() : (day + 1) % days.size();
                        rest = days.get(day).surprise();
                    }
                    steps.move[i] = logDrift * steps.years[i] + deviation * move;
                    steps.variance[i] = volatility * volatility * steps.years[i];
                }
            }

            private void draw(DrawnBars drawn, int step, boolean wholeDay) {
                if (wholeDay) {
                    drawn.set(step, days.get(day), deviation);
                } else {
                    drawn.clear(step);
                }
                if (isFirst) {
                    drawn.beginAtOpen(step);
                    isFirst = false;
                }
            }

            private int anyDay() {
                return (int) (events.nextDouble() * days.size());
            }
        };
    }
}
