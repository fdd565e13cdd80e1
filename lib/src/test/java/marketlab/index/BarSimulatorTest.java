package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BarSimulatorTest {

    private static final double DAY = 1.0 / 252;
    private static final double VOLATILITY = 0.2;

    @Test
    void rangeEstimatorsFindTheTrueVariance() {
        BarArrays bars = bars(new Gbm(0.5 * VOLATILITY * VOLATILITY, VOLATILITY), 1_000_000);
        double parkinson = 0;
        double garmanKlass = 0;
        double rogersSatchell = 0;
        for (int i = 0; i < bars.size(); i++) {
            double up = Math.log(bars.high[i] / bars.open[i]);
            double down = Math.log(bars.low[i] / bars.open[i]);
            double close = Math.log(bars.close[i] / bars.open[i]);
            double range = (up - down) * (up - down);
            parkinson += range / (4 * Math.log(2));
            garmanKlass += 0.5 * range - (2 * Math.log(2) - 1) * close * close;
            rogersSatchell += up * (up - close) + down * (down - close);
        }
        double truth = bars.size() * VOLATILITY * VOLATILITY * DAY;
        assertThat(parkinson / truth).isCloseTo(1, within(0.002));
        assertThat(garmanKlass / truth).isCloseTo(1, within(0.002));
        assertThat(rogersSatchell / truth).isCloseTo(1, within(0.002));
    }

    @Test
    void rangeFollowsFellersLaw() {
        BarArrays bars = bars(new Gbm(0.5 * VOLATILITY * VOLATILITY, VOLATILITY), 1_000_000);
        double deviation = VOLATILITY * Math.sqrt(DAY);
        double[] ranges = IntStream.range(0, bars.size())
                .mapToDouble(i -> Math.log(bars.high[i] / bars.low[i]) / deviation)
                .toArray();
        for (double limit = 0.5; limit < 3.5; limit += 0.1) {
            double bound = limit;
            double share = Arrays.stream(ranges).filter(range -> range < bound).count() / (double) ranges.length;
            assertThat(share).as("below %.1f", limit).isCloseTo(fellersShareBelow(limit), within(0.007));
        }
    }

    /** Distribution of the range of a Brownian motion of unit variance, from its density: Feller 1951, equation 3.6. */
    private static double fellersShareBelow(double limit) {
        int parts = 10_000;
        double from = 0.2;
        double width = (limit - from) / parts;
        double share = 0;
        for (int part = 0; part < parts; part++) {
            double range = from + (part + 0.5) * width;
            for (int k = 1; k < 40; k++) {
                double density = 8 * k * k * Math.exp(-0.5 * k * k * range * range) / Math.sqrt(2 * Math.PI);
                share += (k % 2 == 1 ? density : -density) * width;
            }
        }
        return share;
    }

    @Test
    void highAndLowEncloseOpenAndCloseAlways() {
        for (double volatility : new double[] {0, 1e-9, 0.15, 2}) {
            BarArrays bars = bars(new Gbm(0.1, volatility), 100_000);
            for (int i = 0; i < bars.size(); i++) {
                assertThat(bars.low[i] <= Math.min(bars.open[i], bars.close[i])).isTrue();
                assertThat(bars.high[i] >= Math.max(bars.open[i], bars.close[i]))
                        .isTrue();
                assertThat(bars.low[i] > 0).isTrue();
            }
        }
    }

    @Test
    void barOpensWhereTheOneBeforeClosed() {
        BarArrays bars = bars(new Gbm(0.1, 0.2), 5_000);
        assertThat(bars.open[0]).isEqualTo(100);
        assertThat(Arrays.copyOfRange(bars.open, 1, bars.size()))
                .isEqualTo(Arrays.copyOfRange(bars.close, 0, bars.size() - 1));
    }

    @Test
    void withoutVolatilityTheIndexGrowsByItsDrift() {
        BarArrays bars = bars(new Gbm(0.1, 0), 252);
        assertThat(bars.close[251]).isCloseTo(100 * Math.exp(0.1), within(1e-9));
        assertThat(bars.high).isEqualTo(bars.close);
        assertThat(bars.low).isEqualTo(bars.open);
    }

    @Test
    void longerRunBeginsLikeAShorterOne() {
        BarArrays few = bars(new Gbm(0.1, 0.2), 300);
        BarArrays many = bars(new Gbm(0.1, 0.2), 1_000);
        assertThat(Arrays.copyOf(many.close, 300)).isEqualTo(few.close);
        assertThat(Arrays.copyOf(many.high, 300)).isEqualTo(few.high);
        assertThat(Arrays.copyOf(many.low, 300)).isEqualTo(few.low);
        assertThat(Arrays.copyOf(many.volume, 300)).isEqualTo(few.volume);
    }

    @Test
    void longerRunWithJumpsBeginsLikeAShorterOne() {
        Merton jumping = new Merton(0, 0.1, 60, 0, 0.05);
        BarArrays few = bars(jumping, 400);
        BarArrays many = bars(jumping, 1_000);
        assertThat(Arrays.copyOf(many.high, 400)).isEqualTo(few.high);
        assertThat(Arrays.copyOf(many.low, 400)).isEqualTo(few.low);
        assertThat(Arrays.copyOf(many.volume, 400)).isEqualTo(few.volume);
    }

    @Test
    void volumeFollowsVolatility() {
        double calm =
                Arrays.stream(bars(new Gbm(0, 0.1), 20_000).volume).average().orElseThrow();
        double usual =
                Arrays.stream(bars(new Gbm(0, 0.2), 20_000).volume).average().orElseThrow();
        double wild =
                Arrays.stream(bars(new Gbm(0, 0.4), 20_000).volume).average().orElseThrow();
        assertThat(usual).isCloseTo(1e6, within(2e4));
        assertThat(calm).isLessThan(0.75 * usual);
        assertThat(wild).isGreaterThan(1.5 * usual);
    }

    @Test
    void widerBarsOfOnePathTradeMore() {
        BarArrays bars = bars(new Gbm(0, 0.2), 20_000);
        double[] ranges = new double[bars.size()];
        double[] volumes = new double[bars.size()];
        for (int i = 0; i < bars.size(); i++) {
            ranges[i] = Math.log(bars.high[i] / bars.low[i]);
            volumes[i] = bars.volume[i];
        }
        assertThat(Statistics.correlation(ranges, volumes)).isGreaterThan(0.35);
    }

    @Test
    void indexThatLeavesTheNumbersIsRefusedNotWritten() {
        assertThatThrownBy(() -> bars(new Gbm(0, 500), 10_000))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("the index left the range of numbers");
    }

    @Test
    void closesAloneAreThoseOfTheBars() {
        TimeGrid grid = TimeGrid.regular(2_000, DAY);
        for (String name : IndexModel.names()) {
            if (!name.equals("bootstrap")) {
                BarSimulator simulator =
                        new BarSimulator(PathLaw.of(IndexModel.named(name)), 100, grid, new VolumeModel(1, 0.2, grid));
                assertThat(simulator.closes(3, 1, 0, NormalSource.of(3, 1, 0)))
                        .as(name)
                        .isEqualTo(simulator.bars(3, 1, 0, NormalSource.of(3, 1, 0)).close);
            }
        }
    }

    @Test
    void jumpsAreWithinTheRangeOfTheirBar() {
        BarArrays bars = bars(new Merton(0, 0.01, 100, 0, 0.1), 20_000);
        for (int i = 0; i < bars.size(); i++) {
            assertThat(bars.low[i] <= Math.min(bars.open[i], bars.close[i])).isTrue();
            assertThat(bars.high[i] >= Math.max(bars.open[i], bars.close[i])).isTrue();
        }
    }

    @Test
    void jumpComesFirstOrBetweenTheHalvesOrLast() {
        BarArrays bars = bars(new Merton(0.2, 0, 50, -0.01, 0), 20_000);
        double move = (0.2 - 50 * Math.expm1(-0.01)) * DAY;
        Map<Long, Long> halvesBefore = IntStream.range(0, bars.size())
                .filter(i -> bars.close[i] < bars.open[i])
                .mapToObj(i -> Math.round(2 * Math.log(bars.high[i] / bars.open[i]) / move))
                .collect(Collectors.groupingBy(halves -> halves, TreeMap::new, Collectors.counting()));
        double all = halvesBefore.values().stream().mapToLong(count -> count).sum();
        assertThat(halvesBefore).containsOnlyKeys(0L, 1L, 2L);
        assertThat(halvesBefore.get(0L) / all).isCloseTo(0.25, within(0.03));
        assertThat(halvesBefore.get(1L) / all).isCloseTo(0.5, within(0.03));
    }

    private static BarArrays bars(IndexModel model, int days) {
        TimeGrid grid = TimeGrid.regular(days, DAY);
        return new BarSimulator(PathLaw.of(model), 100, grid, new VolumeModel(1e6, 0.2, grid))
                .bars(11, 0, 0, NormalSource.of(11, 0, 0));
    }
}
