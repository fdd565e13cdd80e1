package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** The volume remembers, moves with the prices, and follows the hours of the day. */
class VolumeModelTest {

    private static final int DAYS = 20_000;
    private static final double USUAL = 100e6;

    private final IndexDataGenerator generic = IndexDataGenerator.of("generic")
            .volatility(0.2)
            .end(LocalDate.of(2025, 12, 31))
            .seed(3);

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "ou", "regime"})
    void volumesOfDaysRememberThoseBefore(String model) {
        double[] logs = logs(volumes(generic.model(model).days(DAYS)));
        assertThat(autocorrelation(logs, 1)).isBetween(0.82, 0.98);
        assertThat(autocorrelation(logs, 20)).isBetween(0.2, 0.65);
        assertThat(Math.sqrt(Statistics.variance(logs))).isBetween(0.2, 0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "ou", "regime"})
    void moreIsTradedOnDaysThatMoveMore(String model) {
        Table days = generic.model(model).days(DAYS).generate().table();
        double[] close = days.doubleColumn("Close").asDoubleArray();
        double[] moves = IntStream.range(1, DAYS)
                .mapToDouble(i -> Math.abs(Math.log(close[i] / close[i - 1])))
                .toArray();
        double[] logs = logs(days.longColumn("Volume").asDoubleArray());
        assertThat(Statistics.correlation(Arrays.copyOfRange(logs, 1, DAYS), moves))
                .isBetween(0.2, 0.55);
    }

    @Test
    void meanIsTheUsualVolumeAndHigherInAVolatileMarket() {
        double usual = Statistics.mean(volumes(generic.days(DAYS)));
        assertThat(usual / USUAL).isCloseTo(1, within(0.05));
        assertThat(Statistics.mean(volumes(generic.volatility(0.4).days(DAYS))) / usual)
                .isCloseTo(1.7, within(0.1));
        assertThat(Statistics.mean(volumes(generic.volatility(0.1).days(DAYS))) / usual)
                .isCloseTo(0.65, within(0.05));
    }

    @Test
    void minutesKeepTheUAndTheirDaysTheMemory() {
        int days = 400;
        double[] minutes = volumes(generic.interval("1m").days(days));
        int bars = minutes.length / days;
        double[] ofDay = new double[days];
        double[] ofSlot = new double[bars];
        for (int i = 0; i < minutes.length; i++) {
            ofDay[i / bars] += minutes[i];
            ofSlot[i % bars] += minutes[i];
        }
        assertThat(ofSlot[0] / ofSlot[bars / 2]).isCloseTo(3, within(0.3));
        assertThat(ofSlot[bars - 1] / ofSlot[bars / 2]).isCloseTo(3, within(0.3));
        assertThat(Statistics.mean(ofDay) / USUAL).isCloseTo(1, within(0.15));
        assertThat(autocorrelation(logs(ofDay), 1)).isGreaterThan(0.85);
    }

    @Test
    void aMarketThatStandsStillTradesLittleButTrades() {
        double[] volumes = volumes(generic.volatility(0).days(5_000));
        assertThat(Arrays.stream(volumes).min().orElseThrow()).isGreaterThan(0);
        assertThat(Arrays.stream(volumes).max().orElseThrow()).isLessThan(2 * USUAL);
    }

    @Test
    void aDayOfAHugeJumpTradesSeveralTimesAsMuchAndNotThousandTimes() {
        double[] volumes =
                volumes(generic.model(new Merton(0, 0.05, 2, -0.5, 0)).days(2_000));
        assertThat(Arrays.stream(volumes).max().orElseThrow() / Statistics.mean(volumes))
                .isBetween(1.5, 50.0);
    }

    private static double[] volumes(IndexDataGenerator generator) {
        return generator.generate().table().longColumn("Volume").asDoubleArray();
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    private static double autocorrelation(double[] values, int lag) {
        return Statistics.correlation(
                Arrays.copyOf(values, values.length - lag), Arrays.copyOfRange(values, lag, values.length));
    }
}
