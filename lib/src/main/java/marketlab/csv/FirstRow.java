package marketlab.csv;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Detects from the columns below whether a line of names is a row of data. A date above a column of dates is data. A
 * number, or a mark of a missing value, above a column of its kind is data too, unless a text is above another column
 * of values, or the cell above the dates is empty. Columns may have the names 24000 and 24100, and a ticker may be NA.
 */
final class FirstRow {

    private static final int SAMPLE = 50;

    private enum Kind {
        NOTHING,
        MISSING,
        TEXT,
        NUMBER,
        DATE
    }

    private FirstRow() {}

    /** Whether the line is data; false if there is no row below it. */
    static boolean isData(CsvCells cells, int row) {
        List<String> line = cells.row(row);
        boolean hasValue = false;
        boolean hasName = false;
        for (int column = 0; column < line.size(); column++) {
            Kind kind = kind(line.get(column));
            Kind below = below(cells, row, column);
            if (kind == Kind.DATE && below == Kind.DATE) {
                return true;
            }
            boolean areValues = below == Kind.NUMBER || below == Kind.DATE;
            hasValue |= areValues && (kind == below || kind == Kind.MISSING);
            hasName |= areValues && kind == Kind.TEXT || below == Kind.DATE && kind == Kind.NOTHING;
        }
        return hasValue && !hasName;
    }

    /** The kind of most cells below; missing cells do not count. */
    private static Kind below(CsvCells cells, int row, int column) {
        int[] counts = new int[Kind.values().length];
        IntStream.range(row + 1, Math.min(cells.rows(), row + 1 + SAMPLE))
                .forEach(below -> counts[kind(cells.at(below, column)).ordinal()]++);
        int there = counts[Kind.TEXT.ordinal()] + counts[Kind.NUMBER.ordinal()] + counts[Kind.DATE.ordinal()];
        for (Kind kind : List.of(Kind.NUMBER, Kind.DATE)) {
            if (2 * counts[kind.ordinal()] > there) {
                return kind;
            }
        }
        return there == 0 ? Kind.NOTHING : Kind.TEXT;
    }

    private static Kind kind(String cell) {
        if (cell.isEmpty()) {
            return Kind.NOTHING;
        }
        if (MissingMarks.has(cell)) {
            return Kind.MISSING;
        }
        if (CsvNumbers.isNumber(cell)) {
            return Kind.NUMBER;
        }
        return new DateText().read(cell) ? Kind.DATE : Kind.TEXT;
    }
}
