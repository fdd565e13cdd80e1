package marketlab.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The stylized facts of a price history: properties that the returns of most markets have in common, and that a model
 * should show (Cont, <i>Empirical Properties of Asset Returns: Stylized Facts and Statistical Issues</i>, Quantitative
 * Finance 1, 2001). Returns are logarithmic, of one row; of bars shorter than a day, of one day. Immutable.
 *
 * <p>The standard errors are asymptotic: the delta method, with the variance of Newey and West (1987) and the 1.3 √n
 * lags of Lazarus, Lewis, Stock and Watson (2018). Those of the worst drawdown are from the stationary bootstrap of
 * Politis and Romano (1994), with a fixed seed. The errors are too small if volatility has a long memory or tails are
 * heavy, because one history contains few crises: over 300 paths of the garch model, of 1,500 to 5,000 days, they were
 * 0.55 to 0.65 of the real spread of the volatility and of the autocorrelations of |returns|, and 0.3 to 0.4 of that of
 * the kurtosis.
 */
public final class StylizedFacts {

    /** The longest lag is 20 returns, and its correlation needs 30 pairs. */
    private static final int FEWEST_RETURNS = 60;

    private static final int FEWEST_WEEKS = 30;
    private static final int DAYS_OF_LEVERAGE = 5;
    private static final double TAIL = 0.05;

    private final List<StylizedFact> facts = new ArrayList<>();
    private final PriceHistory history;
    private final double[] returns;
    private final double[] sizes;

    private StylizedFacts(PriceHistory history) {
        this.history = history;
        returns = history.logReturns(FEWEST_RETURNS);
        sizes = Arrays.stream(returns).map(Math::abs).toArray();
    }

    /**
     * The facts of a history, as {@link PriceHistory} reads it. Facts that need a column {@code Open}, {@code High},
     * {@code Low} or {@code Volume} are unknown without it.
     *
     * @throws IllegalArgumentException as {@link PriceHistory#of}, if there are fewer than 60 returns, or if the close
     *     never changes
     */
    public static StylizedFacts of(Dataset data) {
        StylizedFacts facts = new StylizedFacts(PriceHistory.of(data).daily());
        facts.addMoments();
        facts.addTails();
        facts.addDependence();
        facts.addOpen();
        facts.addRange();
        facts.addVolume();
        facts.addDrawdown();
        return facts;
    }

    /** All facts, always the same ones in the same order. */
    public List<StylizedFact> facts() {
        return List.copyOf(facts);
    }

    /** The assumptions about the history, and the reasons why facts are unknown, one sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(history.notes());
        facts.stream()
                .filter(fact -> !fact.reason().isEmpty())
                .map(fact -> fact.name() + " is unknown: " + fact.reason())
                .forEach(notes::add);
        return notes;
    }

    /** A table with the value and the standard error of each fact. */
    @Override
    public String toString() {
        return FactsText.of(this);
    }

    /**
     * A table with the values and standard errors of both, and their difference, see
     * {@link StylizedFact#standardErrorsFrom}. The errors of volatile histories are too small, so only a difference
     * beyond 3 is clear evidence that the two differ.
     *
     * @throws IllegalArgumentException if the rows of one are days, and those of the other weeks or months
     */
    public String against(StylizedFacts other) {
        checkSpacing(other);
        return FactsText.of(this, other);
    }

    /** The facts as curves, by lag for example. */
    public FactCurves curves() {
        return new FactCurves(returns, history.closes());
    }

    /**
     * Refuses to compare days with weeks.
     *
     * @throws IllegalArgumentException if the rows of one are days, and those of the other weeks or months
     */
    public void checkSpacing(StylizedFacts other) {
        String own = history.spacing().toString();
        String others = other.history.spacing().toString();
        if (!own.equals(others)) {
            throw new IllegalArgumentException(
                    "one history is %s, the other %s: this alone makes their facts differ".formatted(own, others));
        }
    }

    private void addMoments() {
        double perYear = history.spacing().perYear();
        facts.add(new StylizedFact("returns", returns.length, Double.NaN, true, ""));
        add("mean per year", Estimate.mean(returns).times(perYear), "");
        add("volatility per year", Estimate.deviation(returns).times(Math.sqrt(perYear)), "");
        add("skewness", Estimate.skewness(returns), "");
        add("kurtosis", Estimate.kurtosis(returns), "");
        String name = "kurtosis of weekly returns";
        int days = history.spacing() == Spacing.CALENDAR_DAYS ? 7 : 5;
        if (!history.spacing().isDaily()) {
            facts.add(StylizedFact.unknown(name, "the rows are " + history.spacing()));
        } else if (returns.length < FEWEST_WEEKS * days) {
            facts.add(StylizedFact.unknown(name, "there are fewer than %s weeks".formatted(FEWEST_WEEKS)));
        } else {
            add(name, Estimate.kurtosis(FactCurves.sums(returns, days)), "");
        }
    }

    private void addTails() {
        String otherwise = "it needs 200 returns or more, and the outer 5 % on its side of zero";
        add(
                "tail index of losses",
                Estimate.tailIndex(Arrays.stream(returns).map(r -> -r).toArray(), TAIL),
                otherwise);
        add("tail index of gains", Estimate.tailIndex(returns, TAIL), otherwise);
    }

    private void addDependence() {
        String otherwise = "the returns have too few different values";
        add("ACF of returns, lag 1", Estimate.autocorrelation(returns, 1), otherwise);
        for (int lag : new int[] {1, 5, 20}) {
            add("ACF of |returns|, lag " + lag, Estimate.autocorrelation(sizes, lag), otherwise);
        }
        double[] before = Arrays.copyOf(returns, returns.length - DAYS_OF_LEVERAGE);
        double[] after = IntStream.range(1, returns.length - DAYS_OF_LEVERAGE + 1)
                .mapToDouble(i -> Arrays.stream(sizes, i, i + DAYS_OF_LEVERAGE).sum())
                .toArray();
        add("leverage, next 5 |returns|", Estimate.correlation(before, after), otherwise);
    }

    private void addOpen() {
        String name = "overnight share of variance";
        double[] closes = history.closes();
        column(name, "Open").ifPresent(opens -> {
            double[] overnight = IntStream.range(0, returns.length)
                    .mapToDouble(i -> logarithm(opens[i + 1] / closes[i]))
                    .toArray();
            double[] session = IntStream.range(0, returns.length)
                    .mapToDouble(i -> returns[i] - overnight[i])
                    .toArray();
            add(name, Estimate.shareOfVariance(overnight, session), "there are too few opens above 0");
        });
    }

    private void addRange() {
        String name = "mean range / volatility";
        column(name, "High").ifPresent(highs -> column(name, "Low").ifPresent(lows -> {
            double[] ranges = IntStream.range(0, returns.length)
                    .mapToDouble(i -> logarithm(highs[i + 1] / lows[i + 1]))
                    .toArray();
            add(name, Estimate.meanPerDeviation(ranges, returns), "there are too few highs and lows above 0");
        }));
    }

    private void addVolume() {
        String persistence = "ACF of ln volume, lag 1";
        String activity = "correlation of ln volume, |return|";
        String otherwise = "there are too few volumes above 0 that differ";
        column(persistence, "Volume")
                .map(StylizedFacts::logarithms)
                .ifPresent(volumes -> add(persistence, Estimate.autocorrelation(volumes, 1), otherwise));
        column(activity, "Volume")
                .map(StylizedFacts::logarithms)
                .map(volumes -> Arrays.copyOfRange(volumes, 1, volumes.length))
                .ifPresent(volumes -> add(activity, Estimate.correlation(volumes, sizes), otherwise));
    }

    private void addDrawdown() {
        Estimate[] worst = WorstDrawdown.estimates(logarithms(history.closes()));
        add("worst drawdown", worst[0], "");
        facts.add(new StylizedFact("rows of the worst drawdown", worst[1].value(), worst[1].error(), true, ""));
    }

    private void add(String name, Estimate estimate, String otherwise) {
        facts.add(
                !Double.isFinite(estimate.value())
                        ? StylizedFact.unknown(name, otherwise)
                        : new StylizedFact(name, estimate.value(), estimate.error(), false, ""));
    }

    /** The column's values of the rows that have a close; if there are none, the fact is unknown. */
    private Optional<double[]> column(String fact, String column) {
        Optional<double[]> values = history.values(column);
        if (values.isEmpty()) {
            facts.add(StylizedFact.unknown(fact, "there is no numeric column '%s'".formatted(column)));
        }
        return values;
    }

    private static double[] logarithms(double[] x) {
        return Arrays.stream(x).map(StylizedFacts::logarithm).toArray();
    }

    /** The logarithm; NaN for a number that is not above 0. */
    private static double logarithm(double x) {
        return x > 0 ? StrictMath.log(x) : Double.NaN;
    }
}
