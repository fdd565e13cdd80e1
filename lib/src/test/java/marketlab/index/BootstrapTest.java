package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import marketlab.calendar.Market;
import marketlab.dataset.BarChecks;
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
    void everyBarIsThatOfTheDayOfItsReturn() {
        Table real = HISTORY.table();
        NavigableMap<Double, Integer> days = new TreeMap<>();
        for (int row = 1; row < real.rowCount(); row++) {
            days.put(close(real, row) / close(real, row - 1), row);
        }
        Table drawn = generic().bootstrap(HISTORY).generate().table();
        for (int row = 1; row < drawn.rowCount(); row++) {
            double before = close(drawn, row - 1);
            double ratio = close(drawn, row) / before;
            int day = days.floorEntry(ratio * (1 + 1e-13)).getValue();
            double levels = before / close(real, day - 1);
            for (String column : List.of("Open", "High", "Low", "Close")) {
                double scaled = levels * real.doubleColumn(column).getDouble(day);
                assertThat(drawn.doubleColumn(column).getDouble(row)).isCloseTo(scaled, within(1e-11 * scaled));
            }
        }
        assertThat(drawn.doubleColumn("Open").getDouble(0))
                .isEqualTo(Market.named("generic").spot());
    }

    @Test
    void barsAreInOrderAtAnyVolatility() {
        for (double volatility : new double[] {0, 0.05, 0.9}) {
            for (String interval : List.of("1d", "1w", "1mo", "1h")) {
                Dataset drawn = generic()
                        .bootstrap(HISTORY)
                        .days(1500)
                        .volatility(volatility)
                        .interval(interval)
                        .generate();
                assertThat(BarChecks.of(drawn)).isEmpty();
            }
        }
    }

    @Test
    void closesAreThoseOfAHistoryWithoutBars() {
        Dataset closes = Dataset.of(HISTORY.table().selectColumns("Timestamp", "Close"));
        IndexDataGenerator bars = generic().days(300);
        assertThat(bars.bootstrap(HISTORY)
                        .generate()
                        .table()
                        .doubleColumn("Close")
                        .asDoubleArray())
                .isEqualTo(bars.bootstrap(closes)
                        .generate()
                        .table()
                        .doubleColumn("Close")
                        .asDoubleArray());
        assertThat(bars.bootstrap(closes).notes())
                .containsExactly(
                        "the history has no Open, High and Low: gaps and ranges are simulated",
                        "the history has no Volume: volumes are simulated");
        assertThat(bars.bootstrap(HISTORY).notes()).isEmpty();
        assertThat(bars.bootstrap(HISTORY).interval("1h").notes())
                .singleElement()
                .asString()
                .contains("shorter");
        assertThat(drawnColumns(bars.bootstrap(closes))).isEqualTo(List.of("Close"));
        assertThat(drawnColumns(bars.bootstrap(HISTORY))).isEqualTo(List.of("Open", "High", "Low", "Close", "Volume"));
        assertThat(drawnColumns(bars.bootstrap(HISTORY).interval("1h"))).isEqualTo(List.of("Close"));
    }

    @Test
    void volumesRiseWithReturnsAndLastAsInTheHistory() {
        double[] real = HISTORY.table().longColumn("Volume").asDoubleArray();
        Table drawn = generic().bootstrap(HISTORY).days(30_000).generate().table();
        double[] volume = drawn.longColumn("Volume").asDoubleArray();
        double usual = Market.named("generic").dailyVolume();
        assertThat(Statistics.mean(volume)).isCloseTo(usual, within(0.02 * usual));
        assertThat(withReturn(drawn, volume)).isCloseTo(withReturn(HISTORY.table(), real), within(0.05));
        assertThat(lagOne(volume)).isBetween(lagOne(real) - 0.2, lagOne(real));
    }

    @Test
    void volumeThatGrewALotDoesNotJump() {
        Table grown = HISTORY.table().copy();
        for (int row = 0; row < grown.rowCount(); row++) {
            grown.longColumn("Volume").set(row, Math.round(1e6 * Math.exp(row / 500.0)));
        }
        double[] volume = generic()
                .bootstrap(Dataset.of(grown))
                .days(5000)
                .generate()
                .table()
                .longColumn("Volume")
                .asDoubleArray();
        double usual = Market.named("generic").dailyVolume();
        for (double day : volume) {
            assertThat(day).isBetween(0.75 * usual, 1.3 * usual);
        }
    }

    @Test
    void daysWithoutANumberAreSimulated() {
        Table holes = HISTORY.table().copy();
        holes.doubleColumn("Open").setMissing(7);
        holes.doubleColumn("Low").set(9, 0.0);
        holes.longColumn("Volume").set(11, 0L);
        IndexDataGenerator bars = generic().bootstrap(Dataset.of(holes));
        assertThat(bars.notes())
                .containsExactly(
                        "2 of 2999 days of the history have no Open, High and Low: there, gaps and ranges are"
                                + " simulated",
                        "1 of 2999 days of the history have no Volume: there, volumes are simulated");
        assertThat(BarChecks.of(bars.generate())).isEmpty();
        assertThat(bars.generate().table().longColumn("Volume").min()).isPositive();
    }

    @Test
    void overnightShareThatWouldBeIgnoredIsRefused() {
        IndexDataGenerator bars = generic().bootstrap(HISTORY).overnight(0.1);
        assertThatThrownBy(bars::generate)
                .hasMessage("[overnight] the gaps of these bars are those of the history; leave out overnight, or draw"
                        + " from a history without Open");
        assertThat(bars.interval("1h").days(2).generate().table().rowCount()).isPositive();
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

    private static IndexDataGenerator generic() {
        return IndexDataGenerator.of("generic")
                .end(LocalDate.of(2025, 12, 31))
                .days(5000)
                .seed(17);
    }

    private static Object drawnColumns(IndexDataGenerator bars) {
        return bars.generate().metadata().modelParams().get("drawn_columns");
    }

    private static double close(Table bars, int row) {
        return bars.doubleColumn("Close").getDouble(row);
    }

    private static double withReturn(Table bars, double[] volume) {
        double[] sizes = Arrays.stream(PriceHistory.of(Dataset.of(bars)).logReturns(1))
                .map(Math::abs)
                .toArray();
        return Statistics.correlation(sizes, Arrays.copyOfRange(volume, 1, volume.length));
    }

    private static double lagOne(double[] values) {
        return Statistics.correlation(
                Arrays.copyOfRange(values, 0, values.length - 1), Arrays.copyOfRange(values, 1, values.length));
    }

    /** Autocorrelation of squared returns from one day to the next. */
    private static double clustering(double[] returns) {
        double[] squares = Arrays.stream(returns).map(x -> x * x).toArray();
        return Statistics.correlation(
                Arrays.copyOfRange(squares, 0, squares.length - 1), Arrays.copyOfRange(squares, 1, squares.length));
    }
}
