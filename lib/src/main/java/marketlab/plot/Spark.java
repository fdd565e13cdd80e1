package marketlab.plot;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
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
public final class Spark {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 8;

    private Spark() {}

    /**
     * The dataset's close against time, an option chain's nearest smile against strike, or else the first numeric column
     * against row, 64 characters wide and 8 lines high.
     *
     * @throws IllegalArgumentException if the dataset is empty, or has no numbers
     */
    public static String of(Dataset dataset) {
        return of(dataset, WIDTH, HEIGHT);
    }

    /**
     * As {@link #of(Dataset)}, in this many characters, labels not counted.
     *
     * @param width of the chart, 2 or more
     * @param height of the chart, 2 or more
     * @throws IllegalArgumentException also if one of them is less
     */
    public static String of(Dataset dataset, int width, int height) {
        if (!(width >= 2 && height >= 2)) {
            throw new IllegalArgumentException(
                    "a chart must be 2 or more wide and high, got %s and %s".formatted(width, height));
        }
        if (Smile.fits(dataset)) {
            Chain chain = new Chain(dataset);
            double[] strikes = chain.strikes(chain.expiries().get(0));
            return chart(chain.impliedVolatility(chain.expiries().get(0)), width, height,
                    StrikeAxis.number(strikes[0]), StrikeAxis.number(strikes[strikes.length - 1]));
        }
        if (Line.fits(dataset)) {
            Columns columns = Columns.byTime(dataset);
            double[] time = columns.time();
            return chart(columns.numbers("Close"), width, height, date(time[0]), date(time[time.length - 1]));
        }
        Columns columns = Columns.of(dataset);
        String name = dataset.table().columns().stream()
                .filter(column -> column instanceof NumericColumn)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no column has numbers to plot; there are: " + dataset.table().columnNames()))
                .name();
        return chart(columns.numbers(name), width, height, "row 1", Label.count(columns.size()));
    }

    /** These values, from the first to the last of what is across: milliseconds of 1970, or numbers. */
    static String chart(double[] values, double[] across, boolean dates) {
        double first = across[0];
        double last = across[across.length - 1];
        return chart(values, WIDTH, HEIGHT, dates ? date(first) : StrikeAxis.number(first),
                dates ? date(last) : StrikeAxis.number(last));
    }

    private static String chart(double[] values, int width, int height, String first, String last) {
        DoubleSummaryStatistics range = Arrays.stream(values).filter(Double::isFinite).summaryStatistics();
        if (range.getCount() == 0) {
            throw new IllegalArgumentException("there is nothing to plot: every value is missing");
        }
        String[] rows = new Braille(width, height).line(values, range.getMin(), range.getMax()).rows();
        String top = StrikeAxis.number(round(range.getMax()));
        String bottom = StrikeAxis.number(round(range.getMin()));
        int margin = Math.max(top.length(), bottom.length());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < height; i++) {
            String label = i == 0 ? top : i == height - 1 ? bottom : "";
            text.append(" ".repeat(margin - label.length())).append(label).append(' ').append(rows[i]).append('\n');
        }
        int gap = Math.max(1, width - first.length() - last.length());
        return text + " ".repeat(margin + 1) + first + " ".repeat(gap) + last + '\n';
    }

    /** To five digits, or to the unit where there are more. */
    private static double round(double value) {
        double unit = Math.pow(10, Math.min(0, Math.floor(Math.log10(Math.max(Math.abs(value), 1e-300))) - 4));
        return Math.rint(value / unit) * unit;
    }

    private static String date(double time) {
        LocalDateTime at = Instant.ofEpochMilli((long) time).atZone(ZoneOffset.UTC).toLocalDateTime();
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.toLocalDate() + " " + at.toLocalTime();
    }
}
