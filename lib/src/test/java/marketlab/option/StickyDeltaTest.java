package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import marketlab.index.IndexDataGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

class StickyDeltaTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final double SPOT = 25_000;

    /** A smile that moves with the forward, and has no formula for its slope. */
    private record Parabola() implements VolatilitySurface {

        @Override
        public double volatility(double strike, double forward, double years) {
            double k = Math.log(strike / forward);
            return 0.14 - 0.3 * k + 0.8 * k * k;
        }

        @Override
        public Map<String, Object> parameters() {
            return Map.of("surface", "parabola");
        }
    }

    private static OptionChainGenerator chain(VolatilitySurface surface) {
        return OptionChainGenerator.of("nifty")
                .valuationDate(DAY)
                .spot(SPOT)
                .expiries(4)
                .strikes(31)
                .surface(surface)
                .withStickyDelta()
                .seed(1);
    }

    static List<VolatilitySurface> surfaces() {
        return List.of(
                VolatilitySurface.named("index_skew", 0.14),
                VolatilitySurface.named("steep_skew", 0.2),
                VolatilitySurface.named("sabr_skew", 0.14),
                SviSurface.of(Map.of(
                        1 / 25.0, new Svi(0.0005, 0.02, -0.5, 0, 0.05), 1.0, new Svi(0.008, 0.09, -0.5, 0, 0.2))),
                new Parabola());
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void stickyDeltaIsTheSlopeOfThePriceWhereTheSmileMovesWithTheForward(VolatilitySurface surface) {
        double h = 0.05;
        Table at = chain(surface).generate().table();
        Table up = chain(surface).spot(SPOT + h).generate().table();
        Table down = chain(surface).spot(SPOT - h).generate().table();
        for (String side : List.of("Call", "Put")) {
            for (int row = 0; row < at.rowCount(); row++) {
                double slope = (cell(up, side + "Price", row) - cell(down, side + "Price", row)) / (2 * h);
                assertThat(cell(at, side + "StickyDelta", row)).isCloseTo(slope, within(2e-7));
            }
        }
        assertThat(largestDistance(at)).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @MethodSource("surfaces")
    void slopeIsThatOfTheVolatilityByTheLogarithmOfTheStrike(VolatilitySurface surface) {
        double h = 2e-5;
        for (double years : new double[] {0.02, 0.1, 0.5, 2}) {
            for (double strike : new double[] {24_000, 24_900, 25_000, 25_400, 26_000}) {
                double slope = (surface.volatility(strike * Math.exp(h), SPOT, years)
                                - surface.volatility(strike * Math.exp(-h), SPOT, years))
                        / (2 * h);
                assertThat(surface.slope(strike, SPOT, years)).isCloseTo(slope, within(1e-4 * Math.abs(slope) + 3e-7));
            }
        }
    }

    /** A SABR smile with beta below 1 depends on the level of the forward too; its shape by strike over forward moves. */
    @Test
    void elasticSmileIsTakenByStrikeOverForwardToo() {
        SabrSurface elastic = new SabrSurface(20, 0.5, -0.5, 0.6);
        Dataset chain =
                chain(elastic).strikes(1).expiries(1).rate(0).dividendYield(0).generate();
        List<?> years = (List<?>) chain.metadata().modelParams().get("variance_years");
        double h = 0.05;
        double slope =
                (moved(elastic, SPOT + h, (Double) years.get(0)) - moved(elastic, SPOT - h, (Double) years.get(0)))
                        / (2 * h);
        assertThat(cell(chain.table(), "CallStickyDelta", 0)).isCloseTo(slope, within(1e-7));
    }

    /** Price of the call at the money, with the volatility that its strike over the forward had before the move. */
    private static double moved(SabrSurface surface, double spot, double years) {
        double volatility = surface.volatility(SPOT * SPOT / spot, SPOT, years);
        return BlackScholes.of(spot, SPOT, 0, 0, volatility, years).callPrice();
    }

    @Test
    void minutesBeforeTheExpiryTheDeltaOfAWingIsNothing() {
        Table wings = chain(VolatilitySurface.named("index_skew", 0.14))
                .valuationDate(LocalDate.of(2026, 1, 27))
                .at(LocalTime.of(15, 28))
                .expiries(1)
                .strikes(201)
                .generate()
                .table();
        assertThat(cell(wings, "PutStickyDelta", 0)).isCloseTo(0, within(1e-12));
        assertThat(cell(wings, "CallStickyDelta", 200)).isCloseTo(0, within(1e-12));
        assertThat(wings.doubleColumn("CallStickyDelta").asList()).allMatch(delta -> delta > -1e-9 && delta < 1.1);
    }

    @Test
    void whereBothDeltasAreTheSameItIsRefused() {
        String flat = "[greeks] on a flat volatility surface the sticky delta is the delta:"
                + " choose a surface, such as index_skew";
        OptionChainGenerator usual = OptionChainGenerator.of("nifty").withStickyDelta();
        assertThatThrownBy(usual::generate).hasMessage(flat);
        Dataset path = IndexDataGenerator.of("nifty").days(5).end(DAY).seed(1).generate();
        assertThatThrownBy(usual.along(path)::generatePanel).hasMessage(flat);
        assertThatThrownBy(usual.heston()::generate)
                .hasMessage("[greeks] the delta of heston is sticky-delta already, because its smile moves with the"
                        + " index: leave out sticky_delta");
        assertThat(usual.along(path)
                        .surface("index_skew")
                        .expiries(1)
                        .strikes(3)
                        .generateAll())
                .isNotEmpty();
    }

    private static double largestDistance(Table table) {
        return table.doubleColumn("CallStickyDelta")
                .subtract(table.doubleColumn("CallDelta"))
                .abs()
                .max();
    }

    private static double cell(Table table, String column, int row) {
        return table.doubleColumn(column).getDouble(row);
    }
}
