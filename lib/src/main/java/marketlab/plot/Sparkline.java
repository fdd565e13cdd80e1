package marketlab.plot;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import tech.tablesaw.api.NumericColumn;

/**
 * A small line chart as text, for a terminal: eight dots to a character of the Braille block. Thread-safe.
 *
 * <pre>
 * 28,631 ⠀⠀⠀⠀⠀⠀⠀⠀⣠⣴⠛⢆⢀⣄⡀⢰⣤⣀⡀⠀⠀⠀⠀⠀
 *        ⠀⠀⠀⠀⣀⣠⢴⣼⠉⠀⠀⠈⠋⠁⠻⠋⠀⠉⠛⡆⠀⠀⠀⢀
 *        ⠀⠀⢀⡼⠋⠈⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠉⠛⣤⢦⡜
 * 21,459 ⢷⠦⠾⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠀⠈⠀⠀
 *        2024-01-01    2024-12-16
 * </pre>
 */
public final class Sparkline {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 8;

    private Sparkline() {}

    /**
     * The dataset's close against time, else the nearest smile of an option chain against strike, else the first
     * numeric column against row number; 64 characters wide and 8 lines high.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no numbers
     */
    public static String of(Dataset dataset) {
        return of(dataset, WIDTH, HEIGHT);
    }

    /**
     * As {@link #of(Dataset)}, with this size in characters, without the labels.
     *
     * @param width width of the chart, at least 2
     * @param height height of the chart, at least 2
     * @throws IllegalArgumentException also if one of them is smaller
     */
    public static String of(Dataset dataset, int width, int height) {
        if (!(width >= 2 && height >= 2)) {
            throw new IllegalArgumentException(
                    "width and height of a chart must be at least 2, got %s and %s".formatted(width, height));
        }
        if (Smile.fits(dataset)) {
            Chain chain = new Chain(dataset);
            LocalDate nearest = chain.expiries().get(0);
            return chart(
                    List.of(chain.strikes(nearest)), List.of(chain.impliedVolatility(nearest)), false, width, height);
        }
        if (Line.fits(dataset)) {
            PlotColumns columns = PlotColumns.ofInstrument(dataset);
            return chart(List.of(columns.time()), List.of(columns.numbers("Close")), true, width, height);
        }
        PlotColumns columns = PlotColumns.of(dataset);
        String name = dataset.table().columns().stream()
                .filter(column -> column instanceof NumericColumn)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no numeric column to plot; there are: "
                        + dataset.table().columnNames()))
                .name();
        return chart(List.of(columns.numbers(name)), width, height, "row 1", PlainLabel.count(columns.size()));
    }

    /**
     * Lines of values against x values. Times, in milliseconds since 1970, are at equal distances. Numbers are placed
     * by their value between the smallest and the largest of all lines.
     */
    static String chart(List<double[]> across, List<double[]> values, boolean dates) {
        return chart(across, values, dates, WIDTH, HEIGHT);
    }

    private static String chart(List<double[]> across, List<double[]> values, boolean dates, int width, int height) {
        double first = across.stream().mapToDouble(line -> line[0]).min().orElseThrow();
        double last =
                across.stream().mapToDouble(line -> line[line.length - 1]).max().orElseThrow();
        if (dates) {
            return chart(values, width, height, date(first), date(last));
        }
        List<double[]> placed = IntStream.range(0, values.size())
                .mapToObj(i -> Resampling.evenly(across.get(i), values.get(i), first, last))
                .toList();
        return chart(placed, width, height, StrikeAxis.number(first), StrikeAxis.number(last));
    }

    private static String chart(List<double[]> lines, int width, int height, String first, String last) {
        DoubleSummaryStatistics range = lines.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .summaryStatistics();
        if (range.getCount() == 0) {
            throw new IllegalArgumentException("nothing to plot: every value is missing");
        }
        Braille canvas = new Braille(width, height);
        lines.forEach(line -> canvas.line(line, range.getMin(), range.getMax()));
        String[] rows = canvas.rows();
        String top = StrikeAxis.number(round(range.getMax()));
        String bottom = StrikeAxis.number(round(range.getMin()));
        int margin = Math.max(top.length(), bottom.length());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < height; i++) {
            String label = i == 0 ? top : i == height - 1 ? bottom : "";
            text.append(" ".repeat(margin - label.length()))
                    .append(label)
                    .append(' ')
                    .append(rows[i])
                    .append('\n');
        }
        int gap = Math.max(1, width - first.length() - last.length());
        return text + " ".repeat(margin + 1) + first + " ".repeat(gap) + last + '\n';
    }

    /** Rounds to five digits, or to a whole number if it has more. */
    private static double round(double value) {
        double unit = Math.pow(10, Math.min(0, Math.floor(Math.log10(Math.max(Math.abs(value), 1e-300))) - 4));
        return Math.rint(value / unit) * unit;
    }

    private static String date(double time) {
        LocalDateTime at =
                Instant.ofEpochMilli((long) time).atZone(ZoneOffset.UTC).toLocalDateTime();
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toLocalDate() + " " + at.toLocalTime();
    }
}
