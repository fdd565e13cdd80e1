package marketlab.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.plotly.components.Figure;

/** Figures as text, read back from their dots and compared with the numbers of the figure's traces. */
class SketchTest {

    private static final int WIDTH = 64;
    private static final int DOTS_DOWN = 32;
    /** Bits of a Braille character from its highest row of dots to its lowest: the left and the right one. */
    private static final int[] ROWS = {0x01 | 0x08, 0x02 | 0x10, 0x04 | 0x20, 0x40 | 0x80};

    /** A figure of every kind, and the traces that are drawn of it. */
    static Stream<Arguments> everyKind() {
        Map<String, int[]> drawn = Map.of(
                "drawdown",
                new int[] {1},
                "fan",
                new int[] {0, 2, 4},
                "prices",
                new int[] {0, 1},
                "greeks",
                new int[] {0, 1},
                "open_interest",
                new int[] {0, 1});
        Stream<Arguments> kinds = Plots.kinds().stream()
                .map(kind ->
                        Arguments.of(kind, Plots.of(Samples.of(kind), kind), drawn.getOrDefault(kind, new int[] {0})));
        return Stream.concat(
                kinds,
                Stream.of(
                        Arguments.of("compare", PricePlots.compare(Samples.path(1), Samples.path(2)), new int[] {0, 3}),
                        Arguments.of("one leg", ChainPlots.payoff(Samples.chain(), "+1 call 22000"), new int[] {2}),
                        Arguments.of(
                                "straddle",
                                ChainPlots.payoff(Samples.chain(), "+1 put 22000", "+1 call 22000"),
                                new int[] {4})));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyKind")
    void textHasTheNumbersOfTheFigure(String kind, Figure figure, int[] drawn) {
        List<double[]> lines =
                IntStream.of(drawn).mapToObj(trace -> values(figure, trace)).toList();
        double low = lines.stream()
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .min()
                .orElseThrow();
        double high = lines.stream()
                .flatMapToDouble(DoubleStream::of)
                .filter(Double::isFinite)
                .max()
                .orElseThrow();
        List<String> text = figure.toString().lines().toList();
        assertThat(number(text.get(1))).isCloseTo(high, withinFiveDigits(high));
        assertThat(number(text.get(8))).isCloseTo(low, withinFiveDigits(low));
        assertThat(text).hasSize(11).last().asString().startsWith("drawn: ");
        for (boolean left : new boolean[] {true, false}) {
            int column = left ? 0 : WIDTH - 1;
            double[] ends = lines.stream()
                    .mapToDouble(line -> line[left ? 0 : line.length - 1])
                    .sorted()
                    .toArray();
            double dot = (high - low) / (DOTS_DOWN - 1);
            double[] seen = seen(text.subList(1, 9), column, low, dot);
            double reach = 4 * dot + (high - low) * slope(lines);
            assertThat(seen[0]).as("lowest dot of column " + column).isBetween(ends[0] - reach, ends[0] + dot);
            assertThat(seen[1])
                    .as("highest dot of column " + column)
                    .isBetween(ends[ends.length - 1] - dot, ends[ends.length - 1] + reach);
        }
    }

    @Test
    void payoffShowsTheLossAsWellAsTheGain() {
        String straddle = ChainPlots.payoff(Samples.chain(), "+1 put 22000", "+1 call 22000")
                .toString();
        double paid = Samples.chain().table().doubleColumn("CallPrice").get(10)
                + Samples.chain().table().doubleColumn("PutPrice").get(10);
        assertThat(straddle.lines().toList().get(8)).startsWith(PlainLabel.format("-%,.2f ", paid));
        assertThat(straddle).endsWith("drawn: profit of all legs");
    }

    /** Most that a line moves within the width of one character, as a part of the whole height. */
    private static double slope(List<double[]> lines) {
        double most = 0;
        double whole = lines.stream().flatMapToDouble(DoubleStream::of).max().orElseThrow()
                - lines.stream().flatMapToDouble(DoubleStream::of).min().orElseThrow();
        for (double[] line : lines) {
            int width = Math.max(1, 2 * line.length / WIDTH);
            for (int i = width; i < line.length; i++) {
                most = Math.max(most, Math.abs(line[i] - line[i - width]) / whole);
            }
        }
        return most;
    }

    /** Values of the lowest and the highest dot in a column of characters. */
    private static double[] seen(List<String> rows, int column, double low, double dot) {
        int[] dots = IntStream.range(0, DOTS_DOWN)
                .filter(dotUp -> {
                    String row = rows.get(rows.size() - 1 - dotUp / 4);
                    return ((row.charAt(row.length() - WIDTH + column) - '\u2800') & ROWS[3 - dotUp % 4]) != 0;
                })
                .toArray();
        assertThat(dots).as("dots of column " + column).isNotEmpty();
        return new double[] {low + dots[0] * dot, low + dots[dots.length - 1] * dot};
    }

    private static double[] values(Figure figure, int trace) {
        Map<?, ?> drawn = (Map<?, ?>) ((List<?>) ((PlotlyFigure) figure).json().get("data")).get(trace);
        if (drawn.get("z") instanceof List<?> rows) {
            return Json.numbers(rows.get(0));
        }
        return Json.numbers(drawn.get(drawn.containsKey("close") ? "close" : "y"));
    }

    private static double number(String row) {
        return Double.parseDouble(row.strip().split(" ")[0].replace(",", ""));
    }

    private static Offset<Double> withinFiveDigits(double value) {
        return Offset.offset(Math.max(1e-4 * Math.abs(value), 1e-4));
    }
}
