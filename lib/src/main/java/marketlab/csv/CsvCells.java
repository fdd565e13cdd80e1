package marketlab.csv;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of a CSV text by row, in the format of RFC 4180. Each cell is kept as its place in the text: millions of
 * strings would take many times the memory. Blanks around a cell do not belong to it, unless it is quoted. Rows with
 * only empty cells are left out. We do not use a library here, because messages name the line of a cell, and because we
 * must know which blanks and control characters are in the file.
 */
final class CsvCells {

    private static final int QUOTED = 1;
    /** The quoted text contains a quote, which is written twice. */
    private static final int ESCAPED = 2;

    private final String text;
    /** Beginning, end and flags of each cell. */
    private final LongArrayList spans;
    /** For each row: its first cell, the number of its cells, and its line in the file. */
    private final int[] starts;

    private final int[] widths;
    private final int[] lines;

    private CsvCells(String text, LongArrayList spans, int[] starts, int[] widths, int[] lines) {
        this.text = text;
        this.spans = spans;
        this.starts = starts;
        this.widths = widths;
        this.lines = lines;
    }

    /**
     * @throws CsvException if a quoted cell never ends, or its last quote is on a later line and not at the end of a
     * cell
     */
    static CsvCells of(String file, String text, char delimiter) throws CsvException {
        return new Parser(file, text, delimiter).parse();
    }

    int rows() {
        return starts.length;
    }

    /** The number of cells of a row. */
    int width(int row) {
        return widths[row];
    }

    /** The line of the file where a row begins. The first is 1. */
    long line(int row) {
        return lines[row];
    }

    /** A cell's text; empty if the row has no such cell. */
    String at(int row, int column) {
        if (column >= widths[row]) {
            return "";
        }
        long span = spans.getLong(starts[row] + column);
        String cell = text.substring((int) (span >>> 33), (int) (span >>> 2 & Integer.MAX_VALUE));
        return (span & ESCAPED) == 0 ? cell : cell.replace("\"\"", "\"");
    }

    /** All cells of a row. */
    List<String> row(int row) {
        return IntStream.range(0, widths[row])
                .mapToObj(column -> at(row, column))
                .toList();
    }

    /** The rows from one row to another, without the last. */
    CsvCells between(int from, int to) {
        return at(IntStream.range(from, to).toArray());
    }

    /** All rows except these. */
    CsvCells without(BitSet others) {
        return others.isEmpty()
                ? this
                : at(IntStream.range(0, rows()).filter(row -> !others.get(row)).toArray());
    }

    /** The same rows, the last one first. */
    CsvCells reversed() {
        return at(IntStream.range(0, rows()).map(row -> rows() - 1 - row).toArray());
    }

    private CsvCells at(int[] rows) {
        return new CsvCells(text, spans, pick(starts, rows), pick(widths, rows), pick(lines, rows));
    }

    private static int[] pick(int[] values, int[] rows) {
        return IntStream.of(rows).map(row -> values[row]).toArray();
    }

    private static final class Parser {

        private final String file;
        private final String text;
        private final char delimiter;
        private final LongArrayList spans = new LongArrayList();
        private final IntArrayList starts = new IntArrayList();
        private final IntArrayList widths = new IntArrayList();
        private final IntArrayList lines = new IntArrayList();
        private int place;
        private int line = 1;
        private boolean isEmpty;

        Parser(String file, String text, char delimiter) {
            this.file = file;
            this.text = text;
            this.delimiter = delimiter;
        }

        CsvCells parse() throws CsvException {
            while (place < text.length()) {
                row();
            }
            return new CsvCells(text, spans, starts.toIntArray(), widths.toIntArray(), lines.toIntArray());
        }

        private void row() throws CsvException {
            int first = spans.size();
            int firstLine = line;
            isEmpty = true;
            cell();
            while (place < text.length() && text.charAt(place) == delimiter) {
                place++;
                cell();
            }
            if (place < text.length()) {
                place += text.startsWith("\r\n", place) ? 2 : 1;
                line++;
            }
            if (isEmpty) {
                spans.size(first);
                return;
            }
            starts.add(first);
            widths.add(spans.size() - first);
            lines.add(firstLine);
        }

        private void cell() throws CsvException {
            int from = place;
            while (from < text.length() && isBlank(text.charAt(from))) {
                from++;
            }
            if (from >= text.length() || text.charAt(from) != '"' || !quoted(from)) {
                place = from;
                while (place < text.length() && !isEnd(text.charAt(place))) {
                    place++;
                }
                int to = place;
                while (to > from && isBlank(text.charAt(to - 1))) {
                    to--;
                }
                add(from, to, 0);
            }
        }

        /** Reads a quoted cell. Returns false if a cell only begins with a quoted word, as {@code "A" shares}. */
        private boolean quoted(int from) throws CsvException {
            int flags = QUOTED;
            int close = text.indexOf('"', from + 1);
            while (close >= 0 && close + 1 < text.length() && text.charAt(close + 1) == '"') {
                flags |= ESCAPED;
                close = text.indexOf('"', close + 2);
            }
            int next = close + 1;
            while (close >= 0 && next < text.length() && isBlank(text.charAt(next))) {
                next++;
            }
            boolean closes = close >= 0 && (next == text.length() || isEnd(text.charAt(next)));
            int within = linesWithin(from, close);
            if (!closes && (close < 0 || within > 0)) {
                throw new CsvException(
                        file, line, "a quote opens here, but does not close at the end of the cell; correct it");
            }
            if (closes) {
                line += within;
                place = next;
                add(from + 1, close, flags);
            }
            return closes;
        }

        private int linesWithin(int from, int to) {
            int found = 0;
            for (int i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
                found++;
            }
            return found;
        }

        private void add(int from, int to, int flags) {
            isEmpty &= from == to && flags == 0;
            spans.add((long) from << 33 | (long) to << 2 | flags);
        }

        private boolean isEnd(char c) {
            return c == delimiter || c == '\n' || c == '\r';
        }

        private boolean isBlank(char c) {
            return (c == ' ' || c == '\t' || c == '\u00a0') && c != delimiter;
        }
    }
}
