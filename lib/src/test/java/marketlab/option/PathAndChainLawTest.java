package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;
import marketlab.index.ModelState;
import marketlab.index.ModelStates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** A path and the chains along it are one market: who trades them hedged earns nothing that theory does not allow. */
@Tag("slow")
class PathAndChainLawTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);
    private static final Market NIFTY = Market.named("nifty");

    private static final int PATHS = 10_000;

    /** A contract on a day. */
    private record Row(double spot, double call, double put, double delta) {}

    @Test
    void hedgedShortStraddleEarnsNothingOverAnyKindOfNight() {
        Dataset path =
                IndexDataGenerator.of("nifty").days(3_500).end(END).seed(20).generate();
        Dataset panel =
                OptionChainGenerator.of("nifty").along(path).expiries(2).seed(1).generatePanel();
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
        double[][] changes = new double[strikes.length][PATHS];
        List<Dataset> paths = IndexDataGenerator.of("generic")
                .model(model)
                .spot(100)
                .days(21)
                .end(END)
                .seed(5)
                .paths(PATHS)
                .generateAll();
        for (int path = 0; path < PATHS; path++) {
            ModelStates states = ModelStates.of(paths.get(path).metadata()).orElseThrow();
            double[] before = calls(states.byBar().firstEntry().getValue(), strikes, 62.0 / 252);
            double[] after = calls(states.byBar().lastEntry().getValue(), strikes, 42.0 / 252);
            for (int i = 0; i < strikes.length; i++) {
                changes[i][path] = after[i] - before[i];
            }
        }
        for (double[] change : changes) {
            assertThat(mean(change)).isCloseTo(0, within(4 * standardError(change)));
        }
    }

    private static double[] calls(ModelState at, double[] strikes, double years) {
        IndexModel model = at.model();
        double state = Double.isNaN(at.state()) ? ModelVariance.longRun(model) : at.state();
        PathDay day = new PathDay(at.close(), ModelVariance.at(model, state), state);
        ChainModel chain = day.chain(ChainModel.USUAL, List.of(new Maturity(END, years, years)))
                .complete(Double.NaN);
        ExpiryPricer pricer = chain.pricer(new BlackScholes.Terms(at.close(), 0, 0, years, years), 0.3);
        return Arrays.stream(strikes)
                .map(strike -> pricer.value(strike).callPrice())
                .toArray();
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
