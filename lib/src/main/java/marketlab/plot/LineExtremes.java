package marketlab.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Picks the same points as {@link Thinning#extremes}, from closes that come one by one, with their drawdowns. */
final class LineExtremes {

    private final long size;
    private final int runs;
    private final List<Point> points = new ArrayList<>();
    private Point lowest;
    private Point highest;
    private Point deepest;
    private double top = Double.NaN;
    private long row;
    private int run;
    private long end;

    /** @param size total number of closes */
    LineExtremes(long size) {
        this.size = size;
        this.runs = (int) Math.min(size, Thinning.MOST);
        this.end = endOf(0);
    }

    /** A close and its drawdown: the close over the highest close so far, minus 1. */
    record Point(long row, double time, double close, double drawdown) {}

    void take(double time, double close) {
        top = Double.isNaN(top) || close > top ? close : top;
        boolean isLowest = lowest == null || close < lowest.close || Double.isNaN(lowest.close);
        boolean isHighest = highest == null || close > highest.close || Double.isNaN(highest.close);
        boolean isDeepest = deepest == null || close / top - 1 < deepest.drawdown;
        if (isLowest || isHighest || isDeepest || row == 0 || row == size - 1) {
            Point point = new Point(row, time, close, close / top - 1);
            lowest = isLowest ? point : lowest;
            highest = isHighest ? point : highest;
            deepest = isDeepest ? point : deepest;
            if (row == 0 || row == size - 1) {
                points.add(point);
            }
        }
        row++;
        if (row == end) {
            points.add(lowest);
            points.add(highest);
            lowest = null;
            highest = null;
            end = endOf(++run);
        }
    }

    /** The picked points, in order. */
    List<Point> points() {
        return points.stream()
                .sorted(Comparator.comparingLong(Point::row))
                .distinct()
                .toList();
    }

    Point deepest() {
        return deepest;
    }

    private long endOf(int run) {
        return size * (run + 1) / runs;
    }
}
