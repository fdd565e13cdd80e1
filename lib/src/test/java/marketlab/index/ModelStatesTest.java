package marketlab.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStatesTest {

    private static final LocalDate END = LocalDate.of(2026, 6, 30);

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "ou", "regime"})
    void closesOfTheStatesAreThoseOfTheDataset(String model) {
        Dataset path = index(model, "1d").generate(0);
        List<Double> closes =
                states(path).byBar().values().stream().map(ModelState::close).toList();
        assertThat(closes).isEqualTo(path.table().doubleColumn("Close").asList());
    }

    @Test
    void statesOfMinutesEndEachBar() {
        Dataset path = index("heston", "15m").generate(0);
        assertThat(states(path).byBar()).hasSize(path.table().rowCount());
        assertThat(states(path).byBar().lastEntry().getValue().close())
                .isEqualTo(path.table().doubleColumn("Close").get(path.table().rowCount() - 1));
    }

    @Test
    void modelIsTheOneThatMadeThePath() {
        Dataset path = index("heston", "1d").generate(0);
        assertThat(states(path).byBar().firstEntry().getValue().model().parameters())
                .isEqualTo(path.metadata().modelParams().entrySet().stream()
                        .filter(entry -> states(path)
                                .byBar()
                                .firstEntry()
                                .getValue()
                                .model()
                                .parameters()
                                .containsKey(entry.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Test
    void stateOfGarchFollowsItsRecursion() {
        Dataset path = index("garch", "1d").generate(0);
        Garch garch = (Garch) states(path).byBar().firstEntry().getValue().model();
        double omega = garch.volatility() * garch.volatility() * (1 - garch.alpha() - garch.beta() - garch.gamma() / 2);
        double variance = garch.volatility() * garch.volatility();
        double before = ((Number) path.metadata().modelParams().get("spot")).doubleValue();
        for (ModelState state : states(path).byBar().values()) {
            double surprise = Math.log(state.close() / before) - (garch.drift() - variance / 2) / 252;
            double weight = surprise < 0 ? garch.alpha() + garch.gamma() : garch.alpha();
            variance = omega + weight * surprise * surprise * 252 + garch.beta() * variance;
            assertThat(state.state()).isCloseTo(variance, within(1e-12));
            before = state.close();
        }
    }

    @Test
    void regimeIsOneOfItsTwo() {
        Dataset path = index("regime", "1d").generate(0);
        Regime regime = (Regime) states(path).byBar().firstEntry().getValue().model();
        assertThat(states(path).byBar().values().stream().map(ModelState::state).distinct())
                .containsExactlyInAnyOrder(
                        regime.bullVolatility() * regime.bullVolatility(),
                        regime.bearVolatility() * regime.bearVolatility());
    }

    @Test
    void modelsWithoutAStateHaveNone() {
        assertThat(states(index("gbm", "1d").generate(0)).byBar().values())
                .allMatch(state -> Double.isNaN(state.state()));
    }

    @Test
    void realHistoriesHaveNoStates() {
        assertThat(ModelStates.of(Metadata.EMPTY)).isEmpty();
    }

    private static IndexDataGenerator index(String model, String interval) {
        return IndexDataGenerator.of("nifty")
                .model(model)
                .days(interval.equals("1d") ? 150 : 5)
                .interval(interval)
                .end(END)
                .seed(11);
    }

    private static ModelStates states(Dataset path) {
        return ModelStates.of(path.metadata()).orElseThrow();
    }
}
