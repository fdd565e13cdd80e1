package marketlab.csv;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Selects the lines of a file that are rows of its table. Comments, remarks and sums below the rows, dividends between
 * prices, and repeated header lines are left out, and a note says so.
 */
final class TableRows {

    /** The line by which a file tells Excel its delimiter. */
    private static final String EXCELS_DELIMITER = "sep=";

    private static final String COMMENT = "#";
    private static final int LONGEST_SAMPLE = 60;

    /** The lines that Yahoo writes between prices: 0.52 Dividend, 4:1 Stock Splits. */
    private static final Pattern EVENT =
            Pattern.compile("(?i)\\$?[\\d.,]+(:[\\d.,]+)?\\s*(cash )?(dividends?|(stock )?splits?|capital gains?)");

    private static final Pattern SUM =
            Pattern.compile("(?i)(grand )?(totals?|sum|average|avg|mean|count|summe|gesamt|moyenne|somme)\\b\\D*");
    /** The beginning of a remark: words, a word with a colon, or a mark with which no cell of a table begins. */
    private static final Pattern REMARK =
            Pattern.compile("(?is)\\D.*\\p{L}[:,.]?\\s+\\p{L}.*|\\p{L}+:.*|[*\u00a9\u00ae(].*"
                    + "|\\W*(eof|end|sources?|notes?|disclaimer|copyright)\\b.*");

    private final CsvCells cells;
    private final int width;

    private TableRows(CsvCells cells, int width) {
        this.cells = cells;
        this.width = width;
    }

    /**
     * The rows without comments. A comment directly above the first row of data has the names, if it has as many cells.
     */
    static CsvCells withoutComments(CsvCells cells, List<String> notes) {
        BitSet comments = new BitSet();
        for (int row = 0; row < cells.rows(); row++) {
            String cell = cells.at(row, 0);
            comments.set(row, cell.startsWith(COMMENT) && !MissingMarks.has(cell));
        }
        int first = comments.nextClearBit(0);
        if (first < cells.rows()) {
            int wide = (int) comments.stream()
                    .filter(row -> cells.width(row) == cells.width(first))
                    .count();
            if (first > 0 && cells.width(first - 1) == cells.width(first) && CsvHeader.isData(cells.row(first))) {
                comments.clear(first - 1);
            }
            if (2 * wide >= cells.rows()) {
                // These words are values of the first column.
                comments.clear();
            }
            tell(cells, comments, notes);
        }
        if (cells.rows() > 0 && cells.at(0, 0).toLowerCase(Locale.ROOT).startsWith(EXCELS_DELIMITER)) {
            comments.set(0);
        }
        return cells.without(comments);
    }

    /**
     * The rows the number of columns of the table.
     *
     * @param cells the cells below the names
     * @param header the line of names; empty if there is none
     * @param width of the table
     */
    static CsvCells of(CsvCells cells, List<String> header, int width, List<String> notes) {
        TableRows rows = new TableRows(cells, width);
        BitSet others = new BitSet();
        for (int row = 0; row < cells.rows(); row++) {
            others.set(row, rows.isEvent(row) || isHeader(cells, row, header));
        }
        for (int row = cells.rows() - 1; row > 0 && (others.get(row) || rows.isRemark(row)); row--) {
            others.set(row);
        }
        tell(cells, others, notes);
        return cells.without(others);
    }

    private static boolean isHeader(CsvCells cells, int row, List<String> header) {
        return !header.isEmpty()
                && cells.at(row, 0).equals(header.get(0))
                && cells.row(row).equals(header);
    }

    private boolean isEvent(int row) {
        if (cells.width(row) > 1 && !cells.at(row, width - 1).isEmpty()) {
            return false;
        }
        List<String> there = filled(row);
        return there.size() < Math.max(3, width)
                && there.stream().anyMatch(TableRows::isEvent)
                && there.stream().allMatch(cell -> isEvent(cell) || !CsvNumbers.isNumber(cell));
    }

    private static boolean isEvent(String cell) {
        return Character.isLetter(cell.charAt(cell.length() - 1))
                && EVENT.matcher(cell).matches();
    }

    /** Whether a row is a sum or a remark. Such a row has no date, and is not a row that was cut off. */
    private boolean isRemark(int row) {
        List<String> there = filled(row);
        String first = there.get(0);
        if (there.stream().anyMatch(CsvHeader::isDate)) {
            return false;
        }
        if (SUM.matcher(first).matches()) {
            return true;
        }
        boolean isSparse = there.size() == 1 ? width > 1 : 2 * there.size() <= width;
        return (cells.width(row) != width || isSparse)
                && REMARK.matcher(first).matches()
                && there.stream().noneMatch(CsvNumbers::isNumber);
    }

    /** The error for a remark between rows; empty if this row is not a remark. */
    static Optional<String> between(CsvCells cells, int row, int width) {
        return new TableRows(cells, width).isRemark(row)
                ? Optional.of("'%s' is between rows; if another table begins here, keep only one table in the file"
                        .formatted(cells.at(row, 0)))
                : Optional.empty();
    }

    private List<String> filled(int row) {
        return cells.row(row).stream().filter(cell -> !cell.isEmpty()).toList();
    }

    /** {@code 3 lines skipped, the first is line 8 ('Source: …')}. */
    private static void tell(CsvCells cells, BitSet rows, List<String> notes) {
        if (rows.isEmpty()) {
            return;
        }
        int first = rows.nextSetBit(0);
        String text = String.join(" ", cells.row(first)).strip();
        String sample = text.length() > LONGEST_SAMPLE ? text.substring(0, LONGEST_SAMPLE) + "\u2026" : text;
        int count = rows.cardinality();
        notes.add(
                count == 1
                        ? "line %s skipped ('%s')".formatted(cells.line(first), sample)
                        : "%s lines skipped, the first is line %s ('%s')".formatted(count, cells.line(first), sample));
    }

    /** Adds a note that the first rows are skipped. */
    static void tellAbove(CsvCells cells, int rows, List<String> notes) {
        BitSet above = new BitSet();
        above.set(0, rows);
        tell(cells, above, notes);
    }
}
