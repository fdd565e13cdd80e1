package marketlab.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.index.Heston;
import marketlab.index.IndexBasket;
import marketlab.index.IndexDataGenerator;
import marketlab.index.ModelState;
import marketlab.index.ModelStates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Chains along a history follow its volatility. */
class ChainAlongPathTest {

    private static final LocalDate END = LocalDate.of(2026, 2, 2);
    private static final OptionChainGenerator NIFTY =
            OptionChainGenerator.of("nifty").strikes(3).expiries(2).seed(1);

    @ParameterizedTest
    @CsvSource({
        "gbm, black_scholes",
        "ou, black_scholes",
        "merton, merton",
        "heston, heston",
        "bates, bates",
        "garch, garch",
        "garch_t, garch_t",
        "egarch, egarch",
        "regime, regime",
        "bootstrap, black_scholes"
    })
    void chainHasTheModelOfItsPath(String model, String pricing) {
        Dataset chain = NIFTY.along(path(model)).generate();
        assertThat(chain.metadata().text(Metadata.MODEL_TYPE)).contains(pricing);
        assertThat(chain.metadata().modelParams())
                .containsEntry("volatility_source", model.equals("bootstrap") ? "ewma 0.94" : model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"heston", "garch", "regime"})
    void chainAlongAnIndexOfABasketHasTheModelOfItsPath(String model) {
        List<Dataset> basket = IndexBasket.of(
                        index(model),
                        IndexDataGenerator.of("banknifty")
                                .model(model)
                                .days(120)
                                .end(END))
                .correlation(0, 1, 0.85)
                .generate();
        for (Dataset path : basket) {
            assertThat(NIFTY.along(path).generate().metadata().modelParams()).containsEntry("volatility_source", model);
        }
    }

    @Test
    void chainAlongGbmHasItsVolatility() {
        Dataset path = index("gbm").volatility(0.31).generate();
        for (Dataset chain : NIFTY.along(path).generateAll()) {
            assertThat(chain.table().doubleColumn("CallIV").asList()).containsOnly(0.31);
        }
    }

    @Test
    void chainAlongHestonHasTheVarianceOfItsDay() {
        Dataset path = path("heston");
        ModelStates states = ModelStates.of(path.metadata()).orElseThrow();
        Heston model = (Heston) states.byBar().firstEntry().getValue().model();
        List<Dataset> chains = NIFTY.along(path).generateAll();
        for (Dataset chain : chains) {
            LocalDate day = LocalDate.parse(
                    chain.metadata().modelParams().get("valuation_date").toString());
            ModelState state = states.byBar().get(day.atStartOfDay());
            assertThat(chain.metadata().modelParams())
                    .containsEntry("v0", state.state())
                    .containsEntry("kappa", model.kappa())
                    .containsEntry("theta", model.theta())
                    .containsEntry("xi", model.xi())
                    .containsEntry("rho", model.rho());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"garch", "regime", "heston"})
    void surfaceGoesAroundTheVolatilityOfThePath(String model) {
        Dataset path = path(model);
        PathDay last = PathDays.of(path, Market.named("nifty"), null)
                .days()
                .lastEntry()
                .getValue();
        Dataset chain = NIFTY.along(path).surface("index_skew").strikes(41).generate();
        assertThat(chain.metadata().text(Metadata.MODEL_TYPE)).contains("black_scholes");
        Table table = chain.table();
        double years = ((Number) ((List<?>) chain.metadata().modelParams().get("variance_years")).get(1)).doubleValue();
        assertThat(table.doubleColumn("CallIV").get(41 + 20)).isCloseTo(last.volatility(years), within(0.003));
        assertThat(table.doubleColumn("CallIV").get(41)).isGreaterThan(last.volatility(years));
    }

    @Test
    void phasesHaveTheirOwnVolatilities() {
        Dataset path = IndexDataGenerator.of("nifty")
                .phases("crash:20,recovery:40")
                .end(END)
                .seed(3)
                .generate();
        List<Dataset> chains = NIFTY.along(path).generateAll();
        List<Double> levels = chains.stream()
                .map(chain -> chain.table().doubleColumn("CallIV").get(0))
                .toList();
        assertThat(levels.subList(0, 20)).containsOnly(levels.get(0));
        assertThat(levels.subList(20, 60)).containsOnly(levels.get(20));
        assertThat(levels.get(0)).isGreaterThan(levels.get(20));
    }

    @Test
    void realHistoryHasTheVolatilityThatWasKnownEachDay() {
        Dataset path = path("garch");
        Dataset foreign = path.with(Metadata.EMPTY);
        OptionChainGenerator along = NIFTY.along(foreign);
        assertThat(along.volatilitySource())
                .isEqualTo("the volatility of each day is estimated from the closes up to that day: ewma 0.94");
        List<Dataset> all = along.generateAll();
        Dataset beginning = foreign.with(foreign.table().first(100));
        List<Dataset> known = NIFTY.along(beginning).generateAll();
        for (int day = 0; day < known.size(); day++) {
            assertThat(all.get(day).table().doubleColumn("CallIV").asList())
                    .isEqualTo(known.get(day).table().doubleColumn("CallIV").asList());
        }
    }

    @Test
    void editedPathIsNotTakenForItsModel() {
        Dataset path = path("heston");
        Table edited = path.table().copy();
        edited.doubleColumn("Close").set(7, edited.doubleColumn("Close").get(7) * 1.001);
        assertThat(NIFTY.along(path.with(edited)).volatilitySource()).contains("ewma 0.94");
        Dataset rows = path.with(path.table().last(20));
        assertThat(NIFTY.along(rows).volatilitySource()).endsWith("path's model heston");
    }

    @Test
    void chosenVolatilityOverridesThePath() {
        OptionChainGenerator chosen = NIFTY.along(path("heston")).volatility(0.4);
        assertThat(chosen.volatilitySource())
                .isEqualTo("the volatility is not that of the path, but the given one, 0.4000");
        assertThat(chosen.generate().table().doubleColumn("PutIV").asList()).containsOnly(0.4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gbm", "merton", "heston", "bates", "garch", "garch_t", "egarch", "regime"})
    void premiumIsAShareOfTheVariance(String model) {
        PathDay day = PathDays.of(path(model), Market.named("nifty"), null)
                .days()
                .lastEntry()
                .getValue();
        double without = day.volatility(0.1);
        double with = day.with(0.44).volatility(0.1);
        assertThat(with * with).isCloseTo(1.44 * without * without, within(1e-12));
        assertThatThrownBy(() -> NIFTY.variancePremium(-1)).hasMessage("variance premium must be > -1, got -1.0");
    }

    @Test
    void parametersOfTheModelCanBeSet() {
        Dataset chain = NIFTY.model("heston", Map.of("kappa", 7.0)).generate();
        assertThat(chain.metadata().modelParams()).containsEntry("kappa", 7.0).containsEntry("xi", 0.35);
        assertThatThrownBy(() -> NIFTY.model("heston", Map.of("kapa", 7.0)))
                .hasMessageStartingWith("[model] heston has no parameter 'kapa'; did you mean 'kappa'");
        assertThatThrownBy(() -> NIFTY.model("black_scholes", Map.of("kappa", 7.0)))
                .hasMessage("[model] black_scholes has no parameter 'kappa'; choose a volatility and a surface");
    }

    @Test
    void defaultsOfPathAndChainAreOneTable() {
        Dataset chain = NIFTY.heston().generate();
        Dataset path = index("heston").generate();
        for (String parameter : List.of("v0", "kappa", "theta", "xi", "rho")) {
            assertThat(chain.metadata().modelParams().get(parameter))
                    .isEqualTo(path.metadata().modelParams().get(parameter));
        }
    }

    private static Dataset path(String model) {
        return model.equals("bootstrap")
                ? index("gbm").bootstrap(path("garch")).generate()
                : index(model).generate();
    }

    private static IndexDataGenerator index(String model) {
        return IndexDataGenerator.of("nifty").model(model).days(120).end(END).seed(3);
    }
}
