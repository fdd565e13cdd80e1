package marketlab.plot;

import java.util.Arrays;

/** A canvas of dots. Each character is two dots wide and four dots high. */
final class Braille {

    private static final char BLANK = '\u2800';
    /** Bits of a character's dots, by row and column, in Unicode's Braille Patterns. */
    private static final int[][] BITS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

    private final char[][] cells;

    Braille(int width, int height) {
        cells = new char[height][width];
        for (char[] row : cells) {
            Arrays.fill(row, BLANK);
        }
    }

    /** Draws a line from the left to the right edge, {@code low} at the bottom; a missing value is a gap. */
    Braille line(double[] values, double low, double high) {
        int across = 2 * cells[0].length;
        int up = 4 * cells.length;
        double[] points = values.length < across ? between(values, across) : values;
        int[] before = null;
        for (int x = 0; x < across; x++) {
            int from = (int) ((long) points.length * x / across);
            int to = Math.max(from + 1, (int) ((long) points.length * (x + 1) / across));
            int[] span = span(points, from, to, low, high, up);
            if (span != null) {
                boolean joins = before != null;
                int bottom = joins ? Math.min(span[0], before[1] + 1) : span[0];
                int top = joins ? Math.max(span[1], before[0] - 1) : span[1];
                for (int y = bottom; y <= top; y++) {
                    cells[cells.length - 1 - y / 4][x / 2] |= BITS[3 - y % 4][x % 2];
                }
            }
            before = span;
        }
        return this;
    }

    String[] rows() {
        return Arrays.stream(cells).map(String::new).toArray(String[]::new);
    }

    /** This number of points at equal steps on the straight lines between the values. */
    private static double[] between(double[] values, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            double at = (double) i / (count - 1) * (values.length - 1);
            int left = (int) at;
            double part = at - left;
            points[i] = part == 0 ? values[left] : values[left] + part * (values[left + 1] - values[left]);
        }
        return points;
    }

    /** Lowest and highest dot of these values; null if all are missing. */
    private static int[] span(double[] values, int from, int to, double low, double high, int up) {
        int[] span = null;
        for (int i = from; i < to; i++) {
            if (Double.isFinite(values[i])) {
                double place = high > low ? (values[i] - low) / (high - low) : 0.5;
                int dot = (int) Math.rint(place * (up - 1));
                span = span == null ? new int[] {dot, dot} : new int[] {Math.min(span[0], dot), Math.max(span[1], dot)};
            }
        }
        return span;
    }
}
