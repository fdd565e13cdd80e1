package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;
import tech.tablesaw.selection.Selection;

class IndexBasketTest {

    private static final double[][] CORRELATION = {{1, 0.85, 0.6}, {0.85, 1, 0.5}, {0.6, 0.5, 1}};

    private final IndexBasket basket =
            IndexBasket.of(at("nifty").seed(7), at("banknifty"), at("finnifty")).correlation(CORRELATION);

    @Test
    void returnsAreCorrelatedAsAskedFor() {
        List<double[]> returns = basket.generate().stream()
                .map(bars -> PriceHistory.of(bars).logReturns(1))
                .toList();
        int n = returns.get(0).length;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < i; j++) {
                double rho = CORRELATION[i][j];
                double error = (1 - rho * rho) / Math.sqrt(n);
                assertThat((Statistics.correlation(returns.get(i), returns.get(j)) - rho) / error)
                        .isBetween(-4.5, 4.5);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gbm, 0.85", "merton, 0.85", "heston, 0.85", "bates, 0.85", "garch, 0.85", "garch_t, 0.85", "egarch, 0.85",
        "ou, 0.85", "regime, 0.85", "heston, 0.3", "bates, 0.5", "merton, 0.3", "regime, 0.3", "garch_t, -0.6",
        "merton, -0.4"
    })
    void returnsOfEveryModelAreCorrelatedAsAskedFor(String model, double rho) {
        List<double[]> returns = IndexBasket.of(
                        daily("nifty").model(model), daily("banknifty").model(model))
                .correlation(0, 1, rho)
                .generate()
                .stream()
                .map(bars -> PriceHistory.of(bars).logReturns(1))
                .toList();
        double[] parts = IntStream.range(0, 20)
                .mapToDouble(part -> Statistics.correlation(part(returns.get(0), part), part(returns.get(1), part)))
                .toArray();
        double error = Math.sqrt(Statistics.variance(parts) / 19);
        assertThat((Statistics.correlation(returns.get(0), returns.get(1)) - rho) / error)
                .isBetween(-3.0, 3.0);
    }

    private static double[] part(double[] returns, int part) {
        int size = returns.length / 20;
        return Arrays.copyOfRange(returns, part * size, (part + 1) * size);
    }

    private static IndexDataGenerator daily(String market) {
        return IndexDataGenerator.of(market)
                .days(20_000)
                .end(LocalDate.of(2025, 12, 31))
                .seed(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "garch_t", "regime"})
    void indicesWithACorrelationOfOneMoveAsOne(String model) {
        List<double[]> returns = IndexBasket.of(
                        at("nifty").model(model).seed(7), at("banknifty").model(model))
                .correlation(0, 1, 1)
                .generate()
                .stream()
                .map(bars -> PriceHistory.of(bars).logReturns(1))
                .toList();
        assertThat(Statistics.correlation(returns.get(0), returns.get(1))).isGreaterThan(0.995);
    }

    @Test
    void jumpsComeOnTheSameDays() {
        Merton jumping = new Merton(0, 0.1, 10, -0.1, 0.01);
        List<double[]> returns = IndexBasket.of(
                        at("nifty").model(jumping).seed(7), at("banknifty").model(jumping))
                .correlation(0, 1, 0.95)
                .generate()
                .stream()
                .map(bars -> PriceHistory.of(bars).logReturns(1))
                .toList();
        for (int i = 0; i < returns.get(0).length; i++) {
            assertThat(returns.get(0)[i] < -0.06).isEqualTo(returns.get(1)[i] < -0.06);
        }
    }

    @Test
    void gapsAreCorrelatedToo() {
        List<double[]> gaps =
                IndexBasket.of(daily("nifty"), daily("banknifty")).correlation(0, 1, 0.85).generate().stream()
                        .map(IndexBasketTest::gaps)
                        .toList();
        assertThat(Statistics.correlation(gaps.get(0), gaps.get(1))).isCloseTo(0.85, within(0.01));
    }

    @Test
    void bootstrapsDrawTheSameDays() {
        Dataset history = at("nifty").days(500).model("garch_t").seed(9).generate();
        List<double[]> returns = IndexBasket.of(
                        at("nifty").bootstrap(history).seed(7), at("banknifty").bootstrap(history))
                .correlation(0, 1, 1)
                .generate()
                .stream()
                .map(bars -> PriceHistory.of(bars).logReturns(1))
                .toList();
        assertThat(Statistics.correlation(returns.get(0), returns.get(1))).isGreaterThan(0.999);
    }

    @Test
    void bootstrapsOfTwoHistoriesDrawTheDaysThatBothHave() {
        List<Dataset> real = IndexBasket.of(
                        at("nifty").days(900).seed(9), at("banknifty").days(900))
                .correlation(0, 1, 0.6)
                .generate();
        Table shorter = real.get(1).table().where(Selection.withRange(200, 880));
        List<Bootstrap> joint = Bootstrap.joint(List.of(real.get(0), Dataset.of(shorter)), 10);
        assertThat(joint).allSatisfy(bootstrap -> assertThat(bootstrap.days()).hasSize(679));

        List<Dataset> drawn = IndexBasket.of(
                        at("nifty").days(20_000).model(joint.get(0)).seed(7),
                        at("banknifty").days(20_000).model(joint.get(1)))
                .sameDays()
                .generate();
        assertThat(Statistics.correlation(
                        PriceHistory.of(drawn.get(0)).logReturns(1),
                        PriceHistory.of(drawn.get(1)).logReturns(1)))
                .isCloseTo(0.6, within(0.07));
        assertThat(Statistics.correlation(gaps(drawn.get(0)), gaps(drawn.get(1))))
                .isCloseTo(0.6, within(0.1));
    }

    @Test
    void sameDaysNeedBootstrapsOfTheSameLength() {
        Dataset history = at("nifty").days(500).seed(9).generate();
        IndexDataGenerator shorter =
                at("banknifty").bootstrap(at("nifty").days(400).seed(9).generate());
        assertThatThrownBy(() ->
                        IndexBasket.of(at("nifty").bootstrap(history), shorter).sameDays())
                .hasMessage("[basket] the histories have different numbers of days; take those of Bootstrap.joint");
        assertThatThrownBy(() -> IndexBasket.of(at("nifty").bootstrap(history), at("nifty"))
                        .sameDays())
                .hasMessage("[basket] only bootstraps draw days; give each index a history");
    }

    @Test
    void whatModelsCannotReachIsRefusedWithWhatTheyCan() {
        assertThatThrownBy(() -> IndexBasket.of(
                                at("nifty").heston(), at("banknifty").heston())
                        .correlation(0, 1, -0.8)
                        .generate())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "\\[correlation\\] the returns of nifty and banknifty can have a correlation of -0.\\d\\d"
                                + " to 0.\\d\\d with models heston and heston, got -0.8");
        Dataset history = at("nifty").days(500).seed(9).generate();
        assertThatThrownBy(() -> IndexBasket.of(
                                at("nifty").bootstrap(history), at("banknifty").bootstrap(history))
                        .correlation(0, 1, 0.5)
                        .generate())
                .hasMessageContaining(
                        "can have a correlation of 1.00 to 1.00 with models bootstrap and bootstrap, got 0.5");
    }

    @Test
    void firstIndexIsTheSameAsAlone() {
        Dataset alone = at("nifty").seed(7).generate();
        assertThat(basket.generate().get(0).table().doubleColumn("Close").asList())
                .isEqualTo(alone.table().doubleColumn("Close").asList());
    }

    @Test
    void metadataNameTheBasket() {
        assertThat(basket.generate().get(1).metadata().modelParams())
                .containsEntry("basket", List.of("nifty", "banknifty", "finnifty"))
                .containsEntry("basket_index", 1)
                .containsEntry(
                        "correlation",
                        List.of(List.of(1.0, 0.85, 0.6), List.of(0.85, 1.0, 0.5), List.of(0.6, 0.5, 1.0)))
                .containsEntry("basket_seed", 7);
    }

    @Test
    void impossibleCorrelationsAreRefusedNamingThePair() {
        IndexBasket impossible =
                basket.correlation(0, 1, 0.9).correlation(0, 2, 0.9).correlation(1, 2, -0.9);
        assertThatThrownBy(impossible::generate)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("correlation is not positive definite: "
                        + "0.9 of nifty and finnifty is impossible with the others");
        assertThatThrownBy(() -> basket.correlation(0, 1, 1.2).generate())
                .hasMessage("correlation of nifty and banknifty must be -1.0 to 1.0, got 1.2");
        assertThatThrownBy(() -> basket.correlation(new double[][] {{1, 0.5, 0}, {0.4, 1, 0}, {0, 0, 1}})
                        .generate())
                .hasMessage("correlation of nifty and banknifty must be symmetric, got 0.5 and 0.4");
        assertThatThrownBy(() -> basket.correlation(new double[][] {{1}}).generate())
                .hasMessage("correlation must have one row for each of [nifty, banknifty, finnifty], got 1 rows");
    }

    @Test
    void indicesWithDifferentBarsAreRefused() {
        assertThatThrownBy(() ->
                        IndexBasket.of(at("nifty"), at("banknifty").days(3)).generate())
                .hasMessage("the indices of a basket must have the same bars, but those of nifty and banknifty differ");
    }

    private static double[] gaps(Dataset bars) {
        Table table = bars.table();
        return IntStream.range(1, table.rowCount())
                .mapToDouble(i -> Math.log(table.doubleColumn("Open").getDouble(i)
                        / table.doubleColumn("Close").getDouble(i - 1)))
                .toArray();
    }

    private static IndexDataGenerator at(String market) {
        return IndexDataGenerator.of(market).days(2_000).end(LocalDate.of(2025, 12, 31));
    }
}
