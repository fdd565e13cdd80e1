package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import marketlab.calendar.SessionShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Gaps between sessions, and the U of the variance within one. */
class OvernightTest {

    private static final int DAYS = 20_000;
    private static final int BARS = 32;

    private final IndexDataGenerator generic = IndexDataGenerator.of("generic")
            .model(new Gbm(0.05, 0.2))
            .end(LocalDate.of(2025, 12, 31))
            .seed(7);

    @ParameterizedTest
    @ValueSource(doubles = {0.25, 0.6, 0.01})
    void gapsHaveTheirShareOfTheVariance(double share) {
        Prices daily = Prices.of(generic.overnight(share).days(DAYS));
        double[] gaps = daily.gaps();
        double[] trading = daily.trading();
        double night = Statistics.variance(gaps);
        double day = Statistics.variance(trading);
        assertThat((night + day) * 252).isCloseTo(0.04, within(0.001));
        assertThat(night / (night + day)).isCloseTo(share, within(0.01));
        assertThat(Statistics.correlation(gaps, trading)).isCloseTo(0, within(3 / Math.sqrt(DAYS)));
        assertThat(Statistics.mean(gaps)).isCloseTo(share * 0.03 / 252, within(4 * Math.sqrt(night / DAYS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "ou", "regime"})
    void gapsDoNotChangeTheClosesOfDays(String model) {
        IndexDataGenerator days =
                IndexDataGenerator.of("nifty").model(model).seed(3).end(LocalDate.of(2025, 12, 31));
        assertThat(Prices.of(days.overnight(0.7)).close).isEqualTo(Prices.of(days.overnight(0)).close);
    }

    @Test
    void withoutAShareEachBarOpensWhereTheOneBeforeClosed() {
        for (String interval : new String[] {"1d", "15m", "1w"}) {
            Prices bars = Prices.of(generic.overnight(0).interval(interval).days(300));
            assertThat(bars.gaps()).containsOnly(0);
        }
    }

    @Test
    void onlyTheFirstBarOfASessionOpensWithAGapAndThePathBeginsAtTheSpot() {
        Prices bars = Prices.of(generic.interval("15m").days(50));
        assertThat(bars.open[0]).isEqualTo(1_000);
        double[] gaps = bars.gaps();
        for (int i = 0; i < gaps.length; i++) {
            assertThat(gaps[i] != 0).as("before bar %s", i + 1).isEqualTo((i + 1) % BARS == 0);
        }
    }

    @Test
    void varianceWithinASessionHasTheFormOfTheVolumesAndAddsUpToTheSessions() {
        int days = 4_000;
        Prices bars = Prices.of(generic.interval("15m").days(days));
        double[] trading = bars.trading();
        double[] slots = IntStream.range(0, BARS)
                .mapToDouble(slot -> IntStream.range(1, days - 1)
                                .mapToDouble(day -> trading[day * BARS + slot - 1])
                                .map(x -> x * x)
                                .average()
                                .orElseThrow()
                        * 252
                        / 0.04)
                .toArray();
        assertThat(Arrays.stream(slots).sum()).isCloseTo(0.75, within(0.01));
        for (int slot = 0; slot < BARS; slot++) {
            double share = SessionShape.upTo((slot + 1.0) / BARS) - SessionShape.upTo((double) slot / BARS);
            assertThat(slots[slot] / (0.75 * share)).as("slot %s", slot).isCloseTo(1, within(0.1));
        }
        double[] returns = IntStream.range(1, days)
                .mapToDouble(day -> Math.log(bars.close[day * BARS + BARS - 1] / bars.close[day * BARS - 1]))
                .toArray();
        assertThat(Statistics.variance(returns) * 252).isCloseTo(0.04, within(0.003));
    }

    @Test
    void everyBarContainsItsOpenAndItsClose() {
        for (String model : new String[] {"gbm", "merton", "bates", "regime"}) {
            Prices bars = Prices.of(generic.model(model).days(2_000));
            for (int i = 0; i < bars.open.length; i++) {
                assertThat(bars.low[i] <= Math.min(bars.open[i], bars.close[i])).isTrue();
                assertThat(bars.high[i] >= Math.max(bars.open[i], bars.close[i]))
                        .isTrue();
            }
        }
    }

    @Test
    void rangesAreThoseOfTheTradingAlone() {
        Prices bars = Prices.of(generic.overnight(0.4).days(DAYS));
        double parkinson = IntStream.range(1, DAYS)
                .mapToDouble(i -> Math.pow(Math.log(bars.high[i] / bars.low[i]), 2) / (4 * Math.log(2)))
                .average()
                .orElseThrow();
        assertThat(parkinson * 252).isCloseTo(0.6 * 0.04, within(0.0005));
    }

    @Test
    void jumpsFallIntoTheNightByItsShare() {
        Prices bars = Prices.of(
                generic.model(new Merton(0, 0.001, 50, -0.05, 0)).overnight(0.3).days(DAYS));
        double[] gaps = bars.gaps();
        double[] trading = bars.trading();
        long night = Arrays.stream(gaps).filter(x -> x < -0.04).count();
        long day = Arrays.stream(trading).filter(x -> x < -0.04).count();
        assertThat(night / (double) (night + day)).isCloseTo(0.3, within(0.025));
    }

    @Test
    void sharesThatAreNoneAreRefused() {
        assertThatThrownBy(() -> generic.overnight(1)).hasMessageStartingWith("overnight must be 0.0 to 0.99");
        assertThatThrownBy(() -> generic.overnight(-0.1)).hasMessageEndingWith("got -0.1");
        assertThatThrownBy(() -> generic.overnight(Double.NaN)).hasMessageEndingWith("got NaN");
    }

    private record Prices(double[] open, double[] high, double[] low, double[] close) {

        static Prices of(IndexDataGenerator generator) {
            Table table = generator.generate().table();
            return new Prices(
                    table.doubleColumn("Open").asDoubleArray(),
                    table.doubleColumn("High").asDoubleArray(),
                    table.doubleColumn("Low").asDoubleArray(),
                    table.doubleColumn("Close").asDoubleArray());
        }

        /** Log-return from each close to the next open. */
        double[] gaps() {
            return IntStream.range(1, open.length)
                    .mapToDouble(i -> Math.log(open[i] / close[i - 1]))
                    .toArray();
        }

        /** Log-return from each open, but the first, to its close. */
        double[] trading() {
            return IntStream.range(1, open.length)
                    .mapToDouble(i -> Math.log(close[i] / open[i]))
                    .toArray();
        }
    }
}
