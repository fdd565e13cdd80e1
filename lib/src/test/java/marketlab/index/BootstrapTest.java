package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class BootstrapTest {

    private static final double DAY = 1.0 / 252;
    private static final Dataset HISTORY = IndexDataGenerator.of("spx")
            .model(new Garch(0.1, 0.2, 0.1, 0.85, 0))
            .days(3000)
            .seed(5)
            .generate();

    @Test
    void everyDayIsADayOfTheHistory() {
        double[] real = PriceHistory.of(HISTORY).logReturns(1);
        double[] drawn = Paths.logReturns(Bootstrap.of(HISTORY, 10), 20_000, DAY, 3);
        Arrays.sort(real);
        for (double day : drawn) {
            int place = Arrays.binarySearch(real, day);
            int near = place >= 0 ? place : Math.min(-place - 1, real.length - 1);
            double distance = Math.min(Math.abs(real[near] - day), Math.abs(real[Math.max(0, near - 1)] - day));
            assertThat(distance).isLessThan(1e-14);
        }
    }

    @Test
    void driftAndVolatilityAreTheHistorys() {
        SampleMoments real = SampleMoments.of(PriceHistory.of(HISTORY).logReturns(1));
        double[] drawn = Paths.logReturns(Bootstrap.of(HISTORY, 10), 500_000, DAY, 7);
        assertThat(Statistics.variance(drawn)).isCloseTo(real.variance(), within(0.05 * real.variance()));
        assertThat(Bootstrap.of(HISTORY, 10).volatility()).isCloseTo(Math.sqrt(252 * real.variance()), within(1e-12));
    }

    @Test
    void clustersOfVolatilitySurviveInBlocksAndNotInSingleDays() {
        double real = clustering(PriceHistory.of(HISTORY).logReturns(1));
        assertThat(real).isGreaterThan(0.1);
        assertThat(clustering(Paths.logReturns(Bootstrap.of(HISTORY, 50), 300_000, DAY, 11)))
                .isCloseTo(real, within(0.03));
        assertThat(clustering(Paths.logReturns(Bootstrap.of(HISTORY, 1), 300_000, DAY, 11)))
                .isCloseTo(0, within(0.03));
    }

    @Test
    void quarterHoursAddUpToDaysOfTheHistory() {
        double[] quarters = Paths.logReturns(Bootstrap.of(HISTORY, 10), 25 * 400, DAY / 25, 13);
        double[] days = Paths.logReturns(Bootstrap.of(HISTORY, 10), 400, DAY, 13);
        for (int day = 0; day < days.length; day++) {
            double sum = Arrays.stream(quarters, 25 * day, 25 * (day + 1)).sum();
            assertThat(sum).isCloseTo(days[day], within(1e-12));
        }
    }

    @Test
    void uselessHistoryIsRefused() {
        assertThatThrownBy(() -> Bootstrap.of(Dataset.of(Table.create(DoubleColumn.create("Price", 1, 2, 3))), 5))
                .hasMessage("a history needs a numeric column 'Close'; there are: Price");
        assertThatThrownBy(() -> Bootstrap.of(Dataset.of(Table.create(DoubleColumn.create("Close", 1, 2))), 5))
                .hasMessage("at least 31 closes are needed here, the history has 2");
        assertThatThrownBy(() -> Bootstrap.of(Dataset.of(Table.create(DoubleColumn.create("Close", 1, -2, 3))), 5))
                .hasMessage("Close of row 2 must be > 0, got -2.0");
        assertThatThrownBy(() ->
                        Bootstrap.of(IndexDataGenerator.of("spx").interval("1w").generate(), 5))
                .hasMessage("[model] bootstrap has daily parameters, but the history is weekly; use daily bars");
        assertThatThrownBy(() -> Bootstrap.of(HISTORY, 0.5)).hasMessage("meanBlock must be >= 1, got 0.5");
    }

    /** Autocorrelation of squared returns from one day to the next. */
    private static double clustering(double[] returns) {
        double[] squares = Arrays.stream(returns).map(x -> x * x).toArray();
        return Statistics.correlation(
                Arrays.copyOfRange(squares, 0, squares.length - 1), Arrays.copyOfRange(squares, 1, squares.length));
    }
}
