package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import marketlab.Draw;
import marketlab.RandomCases;
import marketlab.csv.Csv;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

class SecondOrderGreeksTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final List<String> COLUMNS =
            List.of("CallVanna", "CallVolga", "CallCharm", "PutVanna", "PutVolga", "PutCharm");

    private static OptionChainGenerator chain() {
        return OptionChainGenerator.of("nifty")
                .valuationDate(DAY)
                .spot(25_000)
                .volatility(0.14)
                .expiries(3)
                .strikes(21)
                .seed(1)
                .withSecondOrderGreeks();
    }

    @Test
    void blackAndScholesAreTheReference() throws Exception {
        Table table = Csv.read(Project.root().resolve("lib/src/test/resources/marketlab/option/second_order.csv"))
                .table();
        assertThat(table.rowCount()).isEqualTo(12);
        for (Row row : table) {
            SecondOrderGreeks ours = BlackScholes.secondOrder(
                    row.getNumber("spot"),
                    row.getNumber("strike"),
                    row.getNumber("rate"),
                    row.getNumber("yield"),
                    row.getNumber("volatility"),
                    row.getNumber("years"),
                    row.getNumber("variance_years"));
            same(row, "vanna", ours.vanna());
            same(row, "volga", ours.volga());
            same(row, "call_charm", ours.callCharm());
            same(row, "put_charm", ours.putCharm());
        }
    }

    private static void same(Row row, String column, double ours) {
        double theirs = row.getNumber(column);
        assertThat(ours)
                .as("%s, %s", row.getString("case"), column)
                .isCloseTo(theirs, within(1e-11 * Math.abs(theirs)));
    }

    @RandomCases(500)
    void vannaVolgaAndCharmAreTheSlopesOfDeltaAndVega(SplittableRandom random) {
        double spot = Draw.between(random, 50, 30_000);
        double strike = spot * Math.exp(Draw.between(random, -0.3, 0.3));
        double rate = Draw.between(random, -0.02, 0.1);
        double dividends = Draw.between(random, 0, 0.05);
        double volatility = Draw.between(random, 0.1, 0.6);
        double years = Draw.between(random, 0.05, 2);
        double variance = years * Draw.between(random, 0.7, 1.2);
        SecondOrderGreeks ours = BlackScholes.secondOrder(spot, strike, rate, dividends, volatility, years, variance);
        double h = 1e-5;
        OptionValue high = BlackScholes.of(spot, strike, rate, dividends, volatility + h, years, variance);
        OptionValue low = BlackScholes.of(spot, strike, rate, dividends, volatility - h, years, variance);
        OptionValue up = BlackScholes.of(spot * (1 + h), strike, rate, dividends, volatility, years, variance);
        OptionValue down = BlackScholes.of(spot * (1 - h), strike, rate, dividends, volatility, years, variance);
        OptionValue before = BlackScholes.of(spot, strike, rate, dividends, volatility, years + h, variance + h);
        OptionValue after = BlackScholes.of(spot, strike, rate, dividends, volatility, years - h, variance - h);
        assertThat(ours.vanna()).isCloseTo((high.callDelta() - low.callDelta()) / (2 * h), within(1e-5));
        assertThat(ours.vanna()).isCloseTo((up.vega() - down.vega()) / (2 * h * spot), within(1e-5));
        assertThat(ours.volga() / spot).isCloseTo((high.vega() - low.vega()) / (2 * h * spot), within(1e-5));
        assertThat(ours.callCharm()).isCloseTo((after.callDelta() - before.callDelta()) / (2 * h), within(1e-4));
        assertThat(ours.putCharm()).isCloseTo((after.putDelta() - before.putDelta()) / (2 * h), within(1e-4));
    }

    static List<OptionChainGenerator> models() {
        return List.of(
                chain(),
                chain().heston(),
                chain().model("bates"),
                chain().model("garch"),
                chain().model("egarch"),
                chain().model("merton"),
                chain().model("regime"));
    }

    /** Derivatives can be exchanged: vanna is the slope of the vega, and charm that of theta, whatever the model. */
    @ParameterizedTest
    @MethodSource("models")
    void vannaAndCharmAreTheSlopesOfVegaAndThetaBySpot(OptionChainGenerator chain) {
        double h = 0.5;
        Table at = chain.generate().table();
        Table up = chain.spot(25_000 + h).generate().table();
        Table down = chain.spot(25_000 - h).generate().table();
        for (String side : List.of("Call", "Put")) {
            for (int row = 0; row < at.rowCount(); row++) {
                assertThat(cell(at, side + "Vanna", row))
                        .isCloseTo(slope(up, down, side + "Vega", row, h), within(2e-5 * scale(at, side + "Vanna")));
                assertThat(cell(at, side + "Charm", row))
                        .isCloseTo(slope(up, down, side + "Theta", row, h), within(2e-5 * scale(at, side + "Charm")));
            }
        }
    }

    @Test
    void volgaOfAChainIsTheSlopeOfItsVegaByVolatility() {
        double h = 1e-5;
        assertVolga(chain().generate().table(), chain().volatility(0.14 + h), chain().volatility(0.14 - h), h);
    }

    @Test
    void volgaOfHestonIsTheSlopeOfItsVegaByTheVolatilityNow() {
        double h = 1e-5;
        assertVolga(heston(0.15).generate().table(), heston(0.15 + h), heston(0.15 - h), h);
    }

    private static OptionChainGenerator heston(double now) {
        return chain().model(new HestonPricer(now * now, 3, 0.03, 0.5, -0.7));
    }

    private static void assertVolga(Table at, OptionChainGenerator high, OptionChainGenerator low, double h) {
        Table up = high.generate().table();
        Table down = low.generate().table();
        for (int row = 0; row < at.rowCount(); row++) {
            assertThat(cell(at, "CallVolga", row))
                    .isCloseTo(slope(up, down, "CallVega", row, h), within(2e-5 * scale(at, "CallVolga")));
            assertThat(cell(at, "PutVolga", row)).isEqualTo(cell(at, "CallVolga", row));
        }
    }

    /** The mixture is scaled by a factor; its mean volatility follows from the price at the money and its vega. */
    @Test
    void volgaOfRegimesIsTheSlopeOfTheirVegaByTheMeanVolatility() {
        double h = 1e-5;
        OptionChainGenerator regimes = chain().model("regime").expiries(1);
        Table at = regimes.generate().table();
        Table up = regimes.volatility(0.14 * (1 + h)).generate().table();
        Table down = regimes.volatility(0.14 * (1 - h)).generate().table();
        double mean = slope(up, down, "CallPrice", 10, h) / cell(at, "CallVega", 10);
        for (int row = 0; row < at.rowCount(); row++) {
            assertThat(cell(at, "CallVolga", row) * mean)
                    .isCloseTo(slope(up, down, "CallVega", row, h), within(2e-5 * mean * scale(at, "CallVolga")));
        }
    }

    /** Two methods that share nothing: a sum over jumps, and an integral over the characteristic function. */
    @Test
    void charmOfMertonIsThatOfBatesWithAVarianceThatStands() {
        Map<String, Double> jumps = Map.of("jumpsPerYear", 2.0, "jumpMean", -0.05, "jumpDeviation", 0.08);
        Map<String, Double> still = new HashMap<>(jumps);
        still.putAll(Map.of("v0", 0.02, "theta", 0.02, "kappa", 3.0, "xi", 1e-3, "rho", 0.0));
        Map<String, Double> plain = new HashMap<>(jumps);
        plain.put("volatility", Math.sqrt(0.02));
        Table sum = chain().model("merton", plain).generate().table();
        Table integral = chain().model("bates", still).generate().table();
        for (int row = 0; row < sum.rowCount(); row++) {
            for (String column : List.of("CallCharm", "PutCharm")) {
                assertThat(cell(sum, column, row))
                        .isCloseTo(cell(integral, column, row), within(1e-5 * scale(sum, column)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"black_scholes", "heston", "bates", "garch", "egarch", "merton", "regime"})
    void farWingsAreNothingMinutesBeforeTheExpiry(String model) {
        Table wings = OptionChainGenerator.of("nifty")
                .valuationDate(LocalDate.of(2026, 1, 27))
                .at(LocalTime.of(15, 29))
                .expiries(1)
                .strikes(201)
                .seed(1)
                .model(model)
                .withSecondOrderGreeks()
                .generate()
                .table();
        double lowestDelta = wings.doubleColumn("PutDelta").getDouble(0);
        assertThat(lowestDelta).isCloseTo(0, within(1e-3));
        for (String column : COLUMNS) {
            double most = scale(wings, column);
            assertThat(most).as(column).isPositive().isFinite();
            for (int row = 0; row < wings.rowCount(); row++) {
                assertThat(cell(wings, column, row)).as(column).isFinite();
            }
            if (model.equals("black_scholes")) {
                assertThat(cell(wings, column.replace("Call", "Put"), 0)).isZero();
            }
        }
    }

    @Test
    void withoutVolatilityOrTimeThereIsOnlyTheForward() {
        SecondOrderGreeks calm = BlackScholes.secondOrder(100, 90, 0.05, 0.02, 0, 0.5, 0.5);
        assertThat(calm.vanna()).isZero();
        assertThat(calm.volga()).isZero();
        assertThat(calm.callCharm()).isCloseTo(0.02 * Math.exp(-0.01), within(1e-15));
        assertThat(calm.putCharm()).isZero();
        SecondOrderGreeks expired = BlackScholes.secondOrder(100, 90, 0.05, 0.02, 0.2, 0, 0);
        assertThat(expired).isEqualTo(new SecondOrderGreeks(0, 0, 0.02, 0));
        SecondOrderGreeks level = BlackScholes.secondOrder(100, 100, 0, 0, 0.2, 1e-300, 1e-300);
        assertThat(List.of(level.vanna(), level.volga(), level.callCharm())).allMatch(Double::isFinite);
    }

    private static double cell(Table table, String column, int row) {
        return table.doubleColumn(column).getDouble(row);
    }

    private static double slope(Table up, Table down, String column, int row, double h) {
        return (cell(up, column, row) - cell(down, column, row)) / (2 * h);
    }

    /** The largest absolute value of a column. */
    private static double scale(Table table, String column) {
        return table.doubleColumn(column).abs().max();
    }
}
