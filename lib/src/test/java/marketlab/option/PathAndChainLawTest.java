package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;
import marketlab.index.ModelState;
import marketlab.index.ModelStates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** A path and the chains along it are one market: who trades them hedged earns nothing that theory does not allow. */
@Tag("slow")
class PathAndChainLawTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final Market NIFTY = Market.named("nifty");

    private static final int PATHS = 10_000;
    /** Points of the interpolation in each direction, and paths at which it is compared with the pricer. */
    private static final int POINTS = 64;

    private static final int CHECKED = 100;
    /** Far below the standard errors, which are above 1e-2. */
    private static final double INTERPOLATED = 1e-5;

    /** A contract on a day. */
    private record Row(double spot, double call, double put, double delta) {}

    @ParameterizedTest
    @CsvSource({"gbm, 0", "gbm, 0.5", "garch_t, 0"})
    void hedgedShortStraddleEarnsNothingOverAnyKindOfNight(String model, double closedDays) {
        Dataset path = IndexDataGenerator.of(NIFTY.withClosedDays(closedDays))
                .model(model)
                .days(3_500)
                .end(END)
                .seed(20)
                .generate();
        Dataset panel =
                OptionChainGenerator.of("nifty").along(path).expiries(1).seed(1).generatePanel();
        Map<String, List<Double>> earned = earnedByNight(panel);
        assertThat(earned.keySet()).containsExactly("holiday", "last day", "night", "weekend");
        earned.forEach((night, profits) -> {
            double[] of = profits.stream().mapToDouble(Double::doubleValue).toArray();
            assertThat(of.length).isGreaterThan(100);
            assertThat(mean(of)).as(night).isCloseTo(0, within(3 * standardError(of)));
        });
    }

    /** Profit of the hedged short straddle nearest the money and the expiry, as a share of its price. */
    private static Map<String, List<Double>> earnedByNight(Dataset panel) {
        Table table = panel.table();
        TreeMap<LocalDate, Map<LocalDate, Map<Double, Row>>> byDay = new TreeMap<>();
        for (int row = 0; row < table.rowCount(); row++) {
            byDay.computeIfAbsent(table.dateTimeColumn("Date").get(row).toLocalDate(), day -> new TreeMap<>())
                    .computeIfAbsent(
                            table.dateTimeColumn("ExpiryDate").get(row).toLocalDate(), expiry -> new TreeMap<>())
                    .put(
                            table.doubleColumn("Strike").getDouble(row),
                            new Row(
                                    table.doubleColumn("Spot").getDouble(row),
                                    table.doubleColumn("CallPrice").getDouble(row),
                                    table.doubleColumn("PutPrice").getDouble(row),
                                    table.doubleColumn("CallDelta").getDouble(row)
                                            + table.doubleColumn("PutDelta").getDouble(row)));
        }
        Map<String, List<Double>> earned = new TreeMap<>();
        for (LocalDate day : byDay.headMap(byDay.lastKey()).keySet()) {
            LocalDate next = byDay.higherKey(day);
            LocalDate expiry = ((TreeMap<LocalDate, ?>) byDay.get(day)).higherKey(day);
            Map<Double, Row> contracts = byDay.get(day).get(expiry);
            double spot = contracts.values().iterator().next().spot();
            double strike = contracts.keySet().stream()
                    .min((a, b) -> Double.compare(Math.abs(a - spot), Math.abs(b - spot)))
                    .orElseThrow();
            Row now = contracts.get(strike);
            Row then = byDay.get(next).get(expiry).get(strike);
            long days = ChronoUnit.DAYS.between(day, next);
            double years = days / 365.0;
            double price = now.call() + now.put();
            double carry = Math.expm1(NIFTY.rate() * years) * (price - now.delta() * now.spot())
                    + Math.expm1(NIFTY.dividendYield() * years) * now.delta() * now.spot();
            double profit = price + carry - then.call() - then.put() + now.delta() * (then.spot() - now.spot());
            String night = next.equals(expiry)
                    ? "last day"
                    : days == 1 ? "night" : days == 3 && day.getDayOfWeek().getValue() == 5 ? "weekend" : "holiday";
            earned.computeIfAbsent(night, kind -> new ArrayList<>()).add(profit / price);
        }
        return earned;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "regime"})
    void optionValuesAreMartingalesUnderThePricingMeasure(String name) {
        IndexModel model = name.equals("regime")
                ? IndexModel.named(name, Map.of("bullDrift", 0.0, "bearDrift", 0.0))
                : IndexModel.named(name).withDrift(0);
        double[] strikes = {95, 100, 105};
        List<Dataset> paths = IndexDataGenerator.of("generic")
                .model(model)
                .spot(100)
                .days(21)
                .end(END)
                .seed(5)
                .paths(PATHS)
                .generateAll();
        List<ModelState> begin = new ArrayList<>();
        List<ModelState> end = new ArrayList<>();
        for (Dataset path : paths) {
            ModelStates states = ModelStates.of(path.metadata()).orElseThrow();
            begin.add(states.byBar().firstEntry().getValue());
            end.add(states.byBar().lastEntry().getValue());
        }
        for (double strike : strikes) {
            double[] before = calls(begin, strike, 62.0 / 252);
            double[] after = calls(end, strike, 42.0 / 252);
            double[] change = new double[PATHS];
            Arrays.setAll(change, path -> after[path] - before[path]);
            assertThat(mean(change)).isCloseTo(0, within(4 * standardError(change)));
        }
    }

    /**
     * Calls at these states. Most models have a state of their own for each path. Their pricers take long, so the
     * calls, which are the index times a function of moneyness and state, are interpolated.
     */
    private static double[] calls(List<ModelState> all, double strike, double years) {
        double[] moneyness =
                all.stream().mapToDouble(at -> Math.log(at.close() / strike)).toArray();
        double[] volatilities = all.stream()
                .mapToDouble(at -> Math.sqrt(Double.isNaN(at.state()) ? ModelVariance.longRun(at.model()) : at.state()))
                .toArray();
        IndexModel model = all.get(0).model();
        if (Arrays.stream(volatilities).distinct().count() <= 2) {
            double[] calls = new double[all.size()];
            Arrays.setAll(calls, i -> all.get(i).close() * call(model, volatilities[i], years, moneyness[i]));
            return calls;
        }
        Interpolation interpolated = new Interpolation(
                volatility -> calls(model, volatility, years), points(POINTS, moneyness), points(POINTS, volatilities));
        double[] calls = new double[all.size()];
        Arrays.setAll(calls, i -> all.get(i).close() * interpolated.at(moneyness[i], volatilities[i]));
        for (int i = 0; i < calls.length; i += calls.length / CHECKED) {
            double exact = all.get(i).close() * call(model, volatilities[i], years, moneyness[i]);
            assertThat(calls[i]).isCloseTo(exact, within(INTERPOLATED));
        }
        return calls;
    }

    private static double[] points(int count, double[] range) {
        DoubleSummaryStatistics of = Arrays.stream(range).summaryStatistics();
        return Interpolation.points(count, of.getMin(), of.getMax());
    }

    private static double call(IndexModel model, double volatility, double years, double moneyness) {
        return calls(model, volatility, years).applyAsDouble(moneyness);
    }

    /** The call by log-moneyness, of an index at 1. */
    private static DoubleUnaryOperator calls(IndexModel model, double volatility, double years) {
        double state = volatility * volatility;
        PathDay day = new PathDay(1, ModelVariance.at(model, state), state);
        ChainModel chain = day.chain(ChainModel.USUAL, List.of(new Maturity(END, years, years)))
                .complete(Double.NaN);
        ExpiryPricer pricer = chain.pricer(new BlackScholes.Terms(1, 0, 0, years, years), 0.3);
        return moneyness -> pricer.value(Math.exp(-moneyness)).callPrice();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heston", "garch"})
    void impliedVolatilityForetellsTheRealisedOne(String model) {
        Dataset path = IndexDataGenerator.of("nifty")
                .model(model)
                .days(5_000)
                .end(END)
                .seed(3)
                .generate();
        PathDays days = PathDays.of(path, NIFTY, null);
        assertThat(days.source()).isEqualTo(model);
        List<PathDay> all = List.copyOf(days.days().values());
        List<Double> implied = new ArrayList<>();
        List<Double> realised = new ArrayList<>();
        for (int i = 0; i + 21 < all.size(); i += 21) {
            double squares = 0;
            for (int k = i; k < i + 21; k++) {
                squares += Math.pow(Math.log(all.get(k + 1).close() / all.get(k).close()), 2);
            }
            implied.add(all.get(i).volatility(21.0 / 252));
            realised.add(Math.sqrt(squares * 12));
        }
        assertThat(correlation(implied, realised)).isGreaterThan(0.4);
    }

    private static double correlation(List<Double> x, List<Double> y) {
        double[] a = x.stream().mapToDouble(Double::doubleValue).toArray();
        double[] b = y.stream().mapToDouble(Double::doubleValue).toArray();
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - mean(a)) * (b[i] - mean(b));
            aa += Math.pow(a[i] - mean(a), 2);
            bb += Math.pow(b[i] - mean(b), 2);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static double mean(double[] of) {
        double sum = 0;
        for (double one : of) {
            sum += one;
        }
        return sum / of.length;
    }

    private static double standardError(double[] of) {
        double mean = mean(of);
        double sum = 0;
        for (double one : of) {
            sum += (one - mean) * (one - mean);
        }
        return Math.sqrt(sum / (of.length - 1.0) / of.length);
    }
}
