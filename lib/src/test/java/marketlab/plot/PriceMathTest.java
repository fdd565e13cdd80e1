package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import marketlab.dataset.Dataset;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;

/** What the price plots compute of prices. */
class PriceMathTest {

    private static final double NONE = Double.NaN;

    @Test
    void drawdownIsFromTheHighestSoFar() {
        assertThat(Drawdown.drawdowns(new double[] {100, 80, NONE, 120, 90, 60, 130}))
                .containsExactly(0, 80 / 100.0 - 1, NONE, 0, 90 / 120.0 - 1, 60 / 120.0 - 1, 0);
    }

    @Test
    void drawdownBeginsWithTheFirstPriceThereIs() {
        assertThat(Drawdown.drawdowns(new double[] {NONE, 100, 50})).containsExactly(NONE, 0, -0.5);
    }

    @Test
    void averageOfAWindowWithAMissingValueIsMissing() {
        assertThat(MovingAverage.of(new double[] {1, 2, 3, NONE, 5, 6, 7}, 2))
                .containsExactly(1.5, 2.5, NONE, NONE, 5.5, 6.5);
        assertThat(MovingAverage.of(new double[] {1, 2, 3}, 3)).containsExactly(2);
    }

    @Test
    void rollingVolatilityIsTheAnnualisedSampleDeviation() {
        double[] returns = new Random(1).doubles(50, -0.02, 0.02).toArray();
        double[] rolling = RealisedVolatility.rolling(returns, 20, 252);
        assertThat(rolling).hasSize(31);
        for (int i = 0; i < rolling.length; i++) {
            double expected = new StandardDeviation().evaluate(Arrays.copyOfRange(returns, i, i + 20)) * Math.sqrt(252);
            assertThat(rolling[i]).isCloseTo(expected, offset(1e-13));
        }
    }

    @Test
    void binsMeetAtZeroAndHoldEveryValueWithAnAreaOfOne() {
        Bins bins = Bins.of(new double[] {-0.25, -0.1, 0, 0.1, 0.2, 0.45}, 0.2);
        assertThat(bins.start()).isEqualTo(-0.4);
        assertThat(bins.counts()).containsExactly(1, 1, 2, 1, 1);
        assertThat(Arrays.stream(bins.densities()).sum() * 0.2).isCloseTo(1, offset(1e-15));
    }

    @Test
    void yearHasTheBarsOfItsTradingDays() {
        assertThat(TimeAxis.barsAYear(PlotColumns.byTime(Samples.dailyBars(100)).time()))
                .isEqualTo(252);
        assertThat(TimeAxis.barsAYear(
                        PlotColumns.byTime(Samples.intradayBars(7)).time()))
                .isEqualTo(252 * 25);
        assertThat(TimeAxis.barsAYear(every(24, 30))).isEqualTo(365);
        assertThat(TimeAxis.barsAYear(every(24 * 7, 30))).isEqualTo(52);
        double[] withSpecialSunday = DoubleStream.concat(
                        DoubleStream.of(
                                PlotColumns.byTime(Samples.dailyBars(100)).time()),
                        DoubleStream.of(LocalDate.of(2024, 9, 1)
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC)
                                .toEpochMilli()))
                .toArray();
        assertThat(TimeAxis.barsAYear(withSpecialSunday)).isEqualTo(252);
    }

    @Test
    void squaresThatAlternateAreCorrelatedWithThoseTwoBefore() {
        double[] values = new double[400];
        Arrays.setAll(values, i -> (i % 4 < 2 ? 1 : -1) * (i % 2 == 0 ? 0.02 : 0.01));
        double[] correlation = Comparison.autocorrelation(new Returns(values), 3);
        assertThat(correlation[0]).isCloseTo(-1, offset(0.01));
        assertThat(correlation[1]).isCloseTo(1, offset(0.01));
        assertThat(correlation[2]).isCloseTo(-1, offset(0.01));
    }

    @Test
    void returnsLeaveOutWhatHasNone() {
        Dataset bars = Samples.dailyBars(30);
        bars.table().doubleColumn("Close").set(4, NONE).set(9, 0.0);
        assertThat(Returns.of(bars).values()).hasSize(29 - 4).doesNotContain(NONE, Double.POSITIVE_INFINITY);
    }

    @Test
    void returnsOfAConstantPriceAreRefused() {
        Dataset bars = Samples.dailyBars(30);
        for (int i = 0; i < 30; i++) {
            bars.table().doubleColumn("Close").set(i, 100);
        }
        assertThatThrownBy(() -> PricePlots.returns(bars))
                .hasMessageContaining("at least 4 closes that differ, got 30");
    }

    @Test
    void volatilityOfTooFewBarsIsRefused() {
        assertThatThrownBy(() -> PricePlots.volatility(Samples.dailyBars(20)))
                .hasMessageContaining("at least 21 bars, got 20");
    }

    private static double[] every(int hours, int count) {
        double[] time = new double[count];
        Arrays.setAll(time, i -> i * hours * 3_600_000.0);
        return time;
    }
}
