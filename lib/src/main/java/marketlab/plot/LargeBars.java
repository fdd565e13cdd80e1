package marketlab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import marketlab.dataset.Dataset;
import marketlab.dataset.RowBlocks;
import marketlab.plot.LineExtremes.Point;
import tech.tablesaw.plotly.components.Figure;

/**
 * Figures of more bars than fit into memory. The bars are read once, in order of time, and thinned meanwhile: candles
 * are merged to at most 2,000, and lines are drawn by the extremes of at most 2,000 intervals. Not thread-safe.
 */
public final class LargeBars implements RowBlocks {

    private static final List<String> PRICES = List.of("Open", "High", "Low");
    private static final List<String> KINDS = List.of("candlestick", "line", "drawdown");

    private final Dataset ends;
    private final long rows;
    private final String kind;
    private final List<String> columns = new ArrayList<>();
    private final boolean candles;
    private final boolean hasVolume;
    private final LineExtremes closes;
    private final long perCandle;
    private final PlotBars merged;
    private long row;
    private double last = Double.NEGATIVE_INFINITY;

    private LargeBars(Dataset ends, long rows, String kind) {
        this.ends = ends;
        this.rows = rows;
        this.kind = kind;
        columns.add(PlotColumns.timeColumn(ends).orElseThrow().name());
        columns.add(name("Close"));
        candles = kind.equals("candlestick");
        hasVolume = candles && PlotColumns.hasNumbers(ends, "Volume");
        if (candles) {
            PRICES.forEach(price -> columns.add(name(price)));
        }
        if (hasVolume) {
            columns.add(name("Volume"));
        }
        closes = new LineExtremes(rows);
        perCandle = (rows + Thinning.MOST - 1) / Thinning.MOST;
        merged = PlotBars.missing(candles ? (int) ((rows + perCandle - 1) / perCandle) : 0, hasVolume);
    }

    /**
     * Prepares for this number of rows, which {@link #take} receives.
     *
     * @param ends the first and the last row, with the metadata of all
     * @param kind candlestick, line or drawdown; empty for candles, or a line if there are none
     * @throws IllegalArgumentException if there are no dates or no {@code Close}, if candles are requested but there
     * are none, or if the kind is unknown
     */
    public static LargeBars of(Dataset ends, long rows, Optional<String> kind) {
        if (!Line.fits(ends)) {
            throw new IllegalArgumentException(
                    "a dataset larger than memory can be drawn only if it has dates and a Close; there are: "
                            + ends.table().columnNames());
        }
        List<String> kinds = Candlestick.fits(ends) ? KINDS : KINDS.subList(1, KINDS.size());
        String wanted = kind.orElse(kinds.get(0));
        if (!kinds.contains(wanted)) {
            throw new IllegalArgumentException("a dataset larger than memory can be drawn only as %s, got '%s'"
                    .formatted(String.join(", ", kinds), wanted));
        }
        return new LargeBars(ends, rows, wanted);
    }

    /** The kind of the figure: candlestick, line or drawdown. */
    public String kind() {
        return kind;
    }

    @Override
    public List<String> columns() {
        return List.copyOf(columns);
    }

    /** @throws IllegalArgumentException if the rows are not in order of time */
    @Override
    public void take(double[][] values, int count) {
        for (int i = 0; i < count; i++, row++) {
            double time = values[0][i];
            if (!(time >= last)) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "row %,d is not in order of time, and there are too many rows to sort", row));
            }
            last = time;
            closes.take(time, values[1][i]);
            if (candles) {
                merged.merge(
                        (int) (row / perCandle),
                        time,
                        values[2][i],
                        values[3][i],
                        values[4][i],
                        values[1][i],
                        hasVolume ? values[5][i] : 0);
            }
        }
    }

    /** The figure, after all rows were taken. */
    public Figure figure() {
        List<Point> points = closes.points();
        return switch (kind) {
            case "candlestick" -> Candlestick.of(ends, merged, rows);
            case "line" -> Line.of(ends, points, rows);
            default -> Drawdown.of(ends, points, closes.deepest(), rows);
        };
    }

    /** The closes as a small text chart, as by {@link Sparkline#of(Dataset)}. */
    public String sparkline() {
        List<Point> points = closes.points();
        return Sparkline.chart(
                List.of(points.stream().mapToDouble(Point::time).toArray()),
                List.of(points.stream().mapToDouble(Point::close).toArray()),
                true);
    }

    private String name(String column) {
        return ends.table().column(column).name();
    }
}
