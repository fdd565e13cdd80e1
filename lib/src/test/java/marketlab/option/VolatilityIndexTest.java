package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.index.IndexDataGenerator;
import marketlab.peer.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VolatilityIndexTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    /** The worked example of Cboe's White Paper, with the quotes of its appendix and the results that it prints. */
    @Test
    void workedExampleOfCboeIsReproduced() throws IOException {
        OptionStrip near = strip("near", 0.0683486, 0.000305);
        OptionStrip next = strip("next", 0.0882686, 0.000286);
        assertThat(near.forward()).isCloseTo(1962.89996, within(5e-6));
        assertThat(next.forward()).isCloseTo(1962.40006, within(5e-6));
        assertThat(near.variance()).isCloseTo(0.01846292, within(2e-8));
        assertThat(next.variance()).isCloseTo(0.01882101, within(2e-8));
        double level = VolatilityIndex.level(365 * 0.0683486, near.variance(), 365 * 0.0882686, next.variance());
        assertThat(level).isCloseTo(13.69, within(0.005));
    }

    private static OptionStrip strip(String term, double years, double rate) throws IOException {
        List<double[]> rows = Files.readAllLines(
                        Project.root().resolve("lib/src/test/resources/marketlab/option/vix-example.csv"))
                .stream()
                .filter(line -> line.startsWith(term + ","))
                .map(line -> line.split(","))
                .map(cells -> new double[] {
                    Double.parseDouble(cells[1]),
                    Double.parseDouble(cells[2]),
                    Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]),
                    Double.parseDouble(cells[5])
                })
                .toList();
        return new OptionStrip(
                years, rate, column(rows, 0), column(rows, 1), column(rows, 2), column(rows, 3), column(rows, 4));
    }

    private static double[] column(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).toArray();
    }

    @Test
    void variancesOfAFlatSurfaceAreItsSquare() {
        double[] strikes = new double[401];
        double[] calls = new double[401];
        double[] puts = new double[401];
        for (int i = 0; i < strikes.length; i++) {
            strikes[i] = 60 + 0.25 * i;
            OptionValue value = BlackScholes.of(100, strikes[i], 0.05, 0.02, 0.2, 30 / 365.0);
            calls[i] = value.callPrice();
            puts[i] = value.putPrice();
        }
        OptionStrip strip = OptionStrip.of(30 / 365.0, 0.05, strikes, calls, puts);
        assertThat(strip.variance()).isCloseTo(0.04, within(2e-5));
        assertThat(strip.forward()).isCloseTo(100 * Math.exp(0.03 * 30 / 365), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "heston", "garch", "regime", "bates"})
    void indexAlongAPathIsItsVolatility(String model) {
        Dataset path = IndexDataGenerator.of("nifty")
                .model(model)
                .days(60)
                .end(END)
                .seed(3)
                .generate();
        Dataset index = OptionChainGenerator.of("nifty").along(path).generateVolatilityIndex();
        assertThat(index.metadata().text(Metadata.DATA_TYPE)).contains("volatility_index");
        assertThat(index.table().columnNames()).containsExactly("Timestamp", "Close");
        List<PathDay> days = List.copyOf(
                PathDays.of(path, Market.named("nifty"), null).days().values());
        assertThat(index.table().rowCount()).isEqualTo(days.size());
        for (int i = 0; i < days.size(); i++) {
            double expected = 100 * days.get(i).volatility(21.0 / 252);
            assertThat(index.table().doubleColumn("Close").get(i)).isCloseTo(expected, within(0.12 * expected));
        }
    }

    @Test
    void marketWithOneExpiryHasNone() {
        assertThatThrownBy(() -> OptionChainGenerator.of("nifty").generateVolatilityIndex())
                .hasMessage("a volatility index needs a history: add along(history)");
    }
}
