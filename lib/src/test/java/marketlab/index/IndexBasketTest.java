package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import org.junit.jupiter.api.Test;

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

    private static IndexDataGenerator at(String market) {
        return IndexDataGenerator.of(market).days(2_000).end(LocalDate.of(2025, 12, 31));
    }
}
