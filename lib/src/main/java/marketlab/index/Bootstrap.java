package marketlab.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marketlab.calendar.Market;
import marketlab.dataset.Check;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import marketlab.dataset.RecordedParameters;

/**
 * Days of a real history, drawn in blocks of random length, so that volatility clusters are kept: the stationary
 * bootstrap of Politis and Romano, <i>The Stationary Bootstrap</i>, Journal of the American Statistical Association 89,
 * 1994. Within a session the path is a Brownian bridge to the day's return.
 *
 * @param drift expected growth per year of 252 sessions, continuously compounded, as a fraction
 * @param volatility of the daily log-returns, annualised, as a fraction
 * @param meanBlock mean length of a block in sessions, at least 1; with 1 every day is drawn independently
 * @param surprises daily log-returns of the history, standardised to mean 0 and deviation 1
 */
public record Bootstrap(double drift, double volatility, double meanBlock, List<Double> surprises)
        implements IndexModel {

    static final String NAME = "bootstrap";
    private static final String DRIFT = "drift";
    private static final String VOLATILITY = "volatility";
    private static final String MEAN_BLOCK = "meanBlock";

    /** @throws IllegalArgumentException if a parameter is not finite or outside its range, or there are no surprises */
    public Bootstrap {
        Check.finite("drift", drift);
        Check.notNegative("volatility", volatility);
        if (!(meanBlock >= 1 && meanBlock < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("meanBlock must be >= 1, got " + meanBlock);
        }
        Check.positive("number of surprises", surprises.size());
        surprises = List.copyOf(surprises);
    }

    /**
     * The bootstrap of a history of daily bars, or of shorter bars by the last close of each day, with the history's
     * own drift and volatility.
     *
     * @throws IllegalArgumentException as {@link PriceHistory#of}, and if there are fewer than thirty daily returns,
     * the rows are weeks or months, or the close never changes
     */
    public static Bootstrap of(Dataset history, double meanBlock) {
        PriceHistory days = PriceHistory.of(history).daily();
        ModelChecks.days("bootstrap", days.spacing());
        double[] returns = days.logReturns(MaximumLikelihood.FEWEST);
        SampleMoments sample = SampleMoments.of(returns);
        double deviation = Math.sqrt(sample.variance());
        Check.positive("deviation of the history's returns", deviation);
        double perYear = days.spacing().perYear();
        double volatility = deviation * Math.sqrt(perYear);
        List<Double> surprises = IntStream.range(0, returns.length)
                .mapToObj(i -> (returns[i] - sample.mean()) / deviation)
                .toList();
        double drift = sample.mean() * perYear + 0.5 * volatility * volatility;
        return new Bootstrap(drift, volatility, meanBlock, surprises);
    }

    /** The bootstrap of a history with these {@link #parameters}. */
    static Bootstrap of(Dataset history, RecordedParameters recorded) {
        return of(history, recorded.number(MEAN_BLOCK))
                .withDrift(recorded.number(DRIFT))
                .withVolatility(recorded.number(VOLATILITY));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Bootstrap withDrift(double drift) {
        return new Bootstrap(drift, volatility, meanBlock, surprises);
    }

    @Override
    public Bootstrap withVolatility(double volatility) {
        return new Bootstrap(drift, volatility, meanBlock, surprises);
    }

    /** Drift, volatility, mean block length, and the number of days to draw from. */
    @Override
    public Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put(DRIFT, drift);
        parameters.put(VOLATILITY, volatility);
        parameters.put(MEAN_BLOCK, meanBlock);
        parameters.put("observations", surprises.size());
        return parameters;
    }

    @Override
    public ModelPath moves(RandomStream events) {
        double logDrift = drift - 0.5 * volatility * volatility;
        double deviation = volatility / Math.sqrt(Market.SESSIONS_PER_YEAR);
        return new ModelPath() {
            private final Sessions sessions = new Sessions();
            private int day = anyDay();
            private double rest = surprises.get(day);

            @Override
            public void fill(StepBlock steps) {
                for (int i = 0; i < steps.size; i++) {
                    double left = sessions.left();
                    double part = Math.min(left, steps.years[i] * Market.SESSIONS_PER_YEAR);
                    boolean last = sessions.endAfter(steps.years[i]);
                    double move =
                            last ? rest : rest * part / left + Math.sqrt(part * (left - part) / left) * steps.shock[i];
                    rest -= move;
                    if (last) {
                        day = events.nextDouble() * meanBlock < 1 ? anyDay() : (day + 1) % surprises.size();
                        rest = surprises.get(day);
                    }
                    steps.move[i] = logDrift * steps.years[i] + deviation * move;
                    steps.variance[i] = volatility * volatility * steps.years[i];
                }
            }

            private int anyDay() {
                return (int) (events.nextDouble() * surprises.size());
            }
        };
    }
}
