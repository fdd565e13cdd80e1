package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.plotly.components.Figure;

@Tag("slow")
class DrawnKindsTest extends Drawing {

    static Stream<Arguments> everyKindIsDrawnInEveryTheme() {
        return Plots.kinds().stream()
                .flatMap(kind -> Stream.of(Theme.values()).map(theme -> Arguments.of(kind, theme)));
    }

    @ParameterizedTest
    @MethodSource
    void everyKindIsDrawnInEveryTheme(String kind, Theme theme) {
        assertDrawn(theme, Plots.of(Samples.of(kind), kind));
    }

    @ParameterizedTest
    @EnumSource
    void payoffAndComparisonAreDrawnInEveryTheme(Theme theme) {
        assertDrawn(theme, ChainPlots.payoff(Samples.chain(), "+1 call 22000", "-1 put 21600"));
        assertDrawn(theme, PricePlots.compare(Samples.path(1), Samples.path(2)));
    }

    private static void assertDrawn(Theme theme, Figure figure) {
        draw(theme, figure);
        assertThat(evaluate("figure()._fullData.filter(trace => trace.visible).length")
                        .asInt())
                .isPositive();
        assertThat(text("getComputedStyle(document.querySelector('.main-svg')).backgroundColor"))
                .isEqualTo(text("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(theme == Theme.LIGHT ? "rgb(255, 255, 255)" : "rgb(18, 24, 31)");
    }
}
