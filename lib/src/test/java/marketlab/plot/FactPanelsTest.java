package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Dataset;
import marketlab.dataset.StylizedFact;
import marketlab.dataset.StylizedFacts;
import marketlab.index.IndexDataGenerator;
import org.junit.jupiter.api.Test;

class FactPanelsTest {

    private static final Dataset ONE =
            IndexDataGenerator.of("nifty").model("garch").days(400).seed(1).generate();
    private static final Dataset OTHER =
            IndexDataGenerator.of("nifty").model("heston").days(700).seed(2).generate();

    @Test
    void curvesPassTheNumbersOfTheTable() {
        for (int i = 0; i < 2; i++) {
            StylizedFacts facts = StylizedFacts.of(List.of(ONE, OTHER).get(i));
            assertThat(Arrays.stream(numbers(i, "y")).min().orElseThrow())
                    .isCloseTo(fact(facts, "worst drawdown").value(), within(1e-12));
            check(2 + i, 1, fact(facts, "ACF of returns, lag 1"));
            check(4 + i, 1, fact(facts, "ACF of |returns|, lag 1"));
            check(4 + i, 5, fact(facts, "ACF of |returns|, lag 5"));
            check(4 + i, 20, fact(facts, "ACF of |returns|, lag 20"));
            check(10 + i, 1, fact(facts, "kurtosis"));
            check(10 + i, 5, fact(facts, "kurtosis of weekly returns"));
        }
    }

    @Test
    void tailsFallFromAllReturnsToOne() {
        double[] shares = numbers(6, "y");
        assertThat(shares[0]).isBetween(0.9, 1.0);
        assertThat(shares[shares.length - 1]).isEqualTo(1 / 399.0);
        assertThat(numbers(6, "x")).isSorted();
    }

    @Test
    void oneHistoryAloneIsDrawnToo() {
        assertThat(traces(PricePlots.realism(ONE))).hasSize(7);
    }

    @Test
    void daysAndWeeksAreNotCompared() {
        Dataset weeks = IndexDataGenerator.of("nifty")
                .interval("1w")
                .days(1_000)
                .seed(1)
                .generate();
        assertThatThrownBy(() -> PricePlots.realism(ONE, weeks)).hasMessageContaining("makes their facts differ");
    }

    private static void check(int trace, int at, StylizedFact fact) {
        assertThat(numbers(trace, "x")[at - 1]).isEqualTo(at);
        assertThat(numbers(trace, "y")[at - 1]).as(fact.name()).isEqualTo(fact.value());
        Map<?, ?> errors = (Map<?, ?>) both().get(trace).get("error_y");
        assertThat(Json.numbers(errors.get("array"))[at - 1]).isEqualTo(2 * fact.standardError());
    }

    private static double[] numbers(int trace, String name) {
        return Json.numbers(both().get(trace).get(name));
    }

    private static List<Map<String, Object>> both() {
        return traces(PricePlots.realism(ONE, OTHER));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> traces(Object figure) {
        return (List<Map<String, Object>>) ((PlotlyFigure) figure).json().get("data");
    }

    private static StylizedFact fact(StylizedFacts facts, String name) {
        return facts.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
