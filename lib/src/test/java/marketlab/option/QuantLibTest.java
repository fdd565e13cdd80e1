package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.peer.Python;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

@Tag("slow")
class QuantLibTest {

    private static final int OPTIONS = 2_500;

    private static final String EUROPEAN = """
        import math, random, sys
        import QuantLib as ql
        random.seed(20240229)
        for _ in range(int(sys.argv[1])):
            s = random.uniform(50, 30000)
            k = s * math.exp(random.uniform(-0.7, 0.7))
            r = random.uniform(-0.02, 0.12)
            q = random.uniform(0, 0.06)
            v = random.uniform(0.03, 1.2)
            t = 10 ** random.uniform(-2.5, 0.9)
            forward = s * math.exp((r - q) * t)
            row = [s, k, r, q, v, t]
            for side in (ql.Option.Call, ql.Option.Put):
                c = ql.BlackCalculator(ql.PlainVanillaPayoff(side, k), forward, v * math.sqrt(t), math.exp(-r * t))
                row += [c.value(), c.delta(s), c.gamma(s), c.theta(s, t), c.vega(t), c.rho(t)]
            print(*map(repr, row))
        """;

    private static final String HESTON = """
        import math, random, sys
        import QuantLib as ql
        random.seed(20240301)
        today = ql.Date(1, 1, 2024)
        ql.Settings.instance().evaluationDate = today
        day = ql.Actual365Fixed()
        for _ in range(int(sys.argv[1]) // 5):
            s = random.uniform(50, 30000)
            r = random.uniform(-0.02, 0.12)
            q = random.uniform(0, 0.06)
            days = random.randint(5, 1500)
            v0, theta = random.uniform(0.01, 0.3), random.uniform(0.01, 0.3)
            kappa, xi, rho = random.uniform(0.5, 5), random.uniform(0.1, 1), random.uniform(-0.9, 0.5)
            curve = lambda x: ql.YieldTermStructureHandle(ql.FlatForward(today, x, day))
            process = ql.HestonProcess(curve(r), curve(q), ql.QuoteHandle(ql.SimpleQuote(s)), v0, kappa, theta, xi, rho)
            engine = ql.AnalyticHestonEngine(ql.HestonModel(process), 1e-13, 1000000)
            for _ in range(5):
                k = s * math.exp(random.uniform(-1.5, 1.5) * math.sqrt(v0 * days / 365))
                option = ql.VanillaOption(ql.PlainVanillaPayoff(ql.Option.Call, k), ql.EuropeanExercise(today + days))
                option.setPricingEngine(engine)
                print(*map(repr, [s, k, r, q, days / 365, v0, kappa, theta, xi, rho, option.NPV()]))
        """;

    private static final String IMPLIED = """
        import math, random, sys
        import QuantLib as ql
        random.seed(20240302)
        for _ in range(int(sys.argv[1])):
            s = random.uniform(50, 30000)
            r, q = random.uniform(-0.02, 0.12), random.uniform(0, 0.06)
            t = 10 ** random.uniform(-1.5, 0.7)
            v = random.uniform(0.05, 1)
            forward, discount = s * math.exp((r - q) * t), math.exp(-r * t)
            k = forward * math.exp(random.uniform(-2, 2) * v * math.sqrt(t))
            side = ql.Option.Call if k >= forward else ql.Option.Put
            price = ql.blackFormula(side, k, forward, v * math.sqrt(t), discount)
            implied = ql.blackFormulaImpliedStdDev(side, k, forward, price, discount, 0, v * math.sqrt(t), 1e-15, 1000)
            print(*map(repr, [s, k, r, q, t, float(side == ql.Option.Call), price, implied / math.sqrt(t)]))
        """;

    private static final String SABR = """
        import random, sys
        import QuantLib as ql
        random.seed(20240303)
        for _ in range(int(sys.argv[1])):
            f = random.uniform(50, 30000)
            row = [f * random.uniform(0.7, 1.4), f, random.uniform(0.02, 3), random.uniform(0.05, 0.5), 1.0,
                   random.uniform(0.01, 1), random.uniform(-0.9, 0.9)]
            k, f, t, alpha, beta, nu, rho = row
            print(*map(repr, row + [ql.sabrVolatility(k, f, t, alpha, beta, nu, rho)]))
        """;

    /** Prices in ticks of 0.05, their volatilities, and what QuantLib's own calibration makes of them. */
    private static final String CALIBRATION = """
        import math
        import QuantLib as ql
        today = ql.Date(30, 1, 2026)
        ql.Settings.instance().evaluationDate = today
        day = ql.Business252(ql.WeekendsOnly())
        flat = ql.YieldTermStructureHandle(ql.FlatForward(today, 0.0, day))
        spot = 1000.0
        quote = ql.QuoteHandle(ql.SimpleQuote(spot))
        def model(*parameters):
            return ql.HestonModel(ql.HestonProcess(flat, flat, quote, *parameters))
        known = ql.AnalyticHestonEngine(model(0.03, 2, 0.05, 0.6, -0.7), 1e-12, 1000000)
        helpers, found = [], model(0.02, 3, 0.02, 0.5, -0.5)
        engine = ql.AnalyticHestonEngine(found, 1e-10, 1000000)
        for days in (28, 91, 182, 364, 728):
            expiry = today + days
            years = day.yearFraction(today, expiry)
            for step in range(-6, 7):
                strike = round(spot * math.exp(0.25 * step * math.sqrt(0.04 * years)))
                side = ql.Option.Call if strike >= spot else ql.Option.Put
                option = ql.VanillaOption(ql.PlainVanillaPayoff(side, strike), ql.EuropeanExercise(expiry))
                option.setPricingEngine(known)
                price = max(1, round(option.NPV() / 0.05)) * 0.05
                deviation = ql.blackFormulaImpliedStdDev(side, strike, spot, price, 1, 0, 0.2, 1e-14, 1000)
                volatility = ql.QuoteHandle(ql.SimpleQuote(deviation / math.sqrt(years)))
                helper = ql.HestonModelHelper(ql.Period(days, ql.Days), ql.NullCalendar(), spot, strike, volatility, flat, flat,
                                              ql.BlackCalibrationHelper.ImpliedVolError)
                helper.setPricingEngine(engine)
                helpers.append(helper)
                print(days, strike, float(side == ql.Option.Call), repr(price), 0)
        found.calibrate(helpers, ql.LevenbergMarquardt(1e-10, 1e-10, 1e-10), ql.EndCriteria(2000, 100, 1e-12, 1e-12, 1e-12))
        print(found.v0(), found.kappa(), found.theta(), found.sigma(), found.rho())
        print(1e4 * math.sqrt(sum(h.calibrationError() ** 2 for h in helpers) / len(helpers)), 0, 0, 0, 0)
        """;

    @Test
    void hestonIsFittedAsQuantLibFitsIt() {
        LocalDate today = LocalDate.of(2026, 1, 30);
        DateColumn expiry = DateColumn.create("expiry");
        StringColumn type = StringColumn.create("type");
        DoubleColumn strike = DoubleColumn.create("strike");
        DoubleColumn price = DoubleColumn.create("price");
        List<double[]> rows = numbers(CALIBRATION, 0);
        int options = rows.size() - 2;
        assertThat(options).isEqualTo(5 * 13);
        for (double[] row : rows.subList(0, options)) {
            expiry.append(today.plusDays((long) row[0]));
            strike.append(row[1]);
            type.append(row[2] == 1 ? "call" : "put");
            price.append(row[3]);
        }
        ChainFit fit = ChainFit.of(
                "heston",
                Dataset.of(Table.create("chain", expiry, type, strike, price)),
                new FitTerms("generic", today, 1000.0, 0.0, null));
        double[] theirs = rows.get(options);
        double[] ours = fit.parameters().values().stream().mapToDouble(x -> x).toArray();
        for (int i = 0; i < ours.length; i++) {
            assertThat(ours[i]).isCloseTo(theirs[i], within(0.02 * Math.abs(theirs[i])));
        }
        double squares = fit.expiries().stream()
                .mapToDouble(slice -> slice.quotes() * slice.rms() * slice.rms())
                .sum();
        assertThat(Math.sqrt(squares / options)).isLessThan(1.001 * rows.get(options + 1)[0]);
    }

    @Test
    void hestonCallsAreThoseOfQuantLib() {
        for (double[] row : rows(HESTON)) {
            double ours = new HestonPricer(row[5], row[6], row[7], row[8], row[9])
                    .value(row[0], row[1], row[2], row[3], row[4])
                    .callPrice();
            assertThat(ours).as(Arrays.toString(row)).isCloseTo(row[10], within(1e-10 * row[10] + 1e-12 * row[0]));
        }
    }

    @Test
    void impliedVolatilitiesAreThoseOfQuantLib() {
        for (double[] row : rows(IMPLIED)) {
            ImpliedVolatility ours = row[5] == 1
                    ? ImpliedVolatility.ofCall(row[6], row[0], row[1], row[2], row[3], row[4])
                    : ImpliedVolatility.ofPut(row[6], row[0], row[1], row[2], row[3], row[4]);
            assertThat(ours.value()).as(Arrays.toString(row)).isCloseTo(row[7], within(1e-10 * row[7]));
        }
    }

    @Test
    void sabrVolatilitiesAreThoseOfQuantLib() {
        for (double[] row : rows(SABR)) {
            double ours = new SabrSurface(row[3], row[4], row[6], row[5]).volatility(row[0], row[1], row[2]);
            assertThat(ours).as(Arrays.toString(row)).isCloseTo(row[7], within(1e-10 * row[7]));
        }
    }

    private static List<double[]> rows(String script) {
        List<double[]> rows = numbers(script, OPTIONS);
        assertThat(rows).hasSize(OPTIONS);
        return rows;
    }

    private static List<double[]> numbers(String script, int options) {
        return Python.with(List.of("QuantLib"))
                .run(script, options)
                .lines()
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
    }

    @Test
    void pricesAndGreeksAreThoseOfQuantLib() {
        List<double[]> rows = rows(EUROPEAN);
        for (double[] row : rows) {
            OptionValue ours = BlackScholes.of(row[0], row[1], row[2], row[3], row[4], row[5]);
            double[] values = {
                ours.callPrice(), ours.callDelta(), ours.gamma(), ours.callTheta(), ours.vega(), ours.callRho(),
                ours.putPrice(), ours.putDelta(), ours.gamma(), ours.putTheta(), ours.vega(), ours.putRho()
            };
            double[] noise = noise(row[0], row[1], row[5]);
            for (int i = 0; i < values.length; i++) {
                double theirs = row[6 + i];
                assertThat(values[i])
                        .as("figure %d of %s", i, Arrays.toString(row))
                        .isCloseTo(theirs, within(1e-10 * Math.abs(theirs) + noise[i % noise.length]));
            }
        }
    }

    /** What QuantLib itself loses to cancellation: a few units in the last place of its two legs. */
    private static double[] noise(double spot, double strike, double years) {
        double legs = 4e-15 * Math.max(spot, strike);
        return new double[] {legs, 1e-14, 1e-14 / spot, legs / Math.min(1, years), legs, legs * years};
    }
}
