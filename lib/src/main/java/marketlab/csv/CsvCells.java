package marketlab.csv;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The cells of a CSV text by row, as RFC 4180 has them: places in the text, since a string for each of millions of cells takes
 * many times the memory. Blanks around a cell are no part of it, unless it is quoted. Rows in which all cells are empty are
 * left out. No library at hand tells a cell's line and whether a blank or a control character was in the file.
 */
final class CsvCells {

    private static final int QUOTED = 1;
    /** Has a quote in it, which is written twice. */
    private static final int ESCAPED = 2;

    private final String text;
    /** Begin, end and flags of each cell. */
    private final LongArrayList spans;
    /** Of each row: its first cell, how many cells it has, and its line in the file. */
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

    /** @throws CsvException if a quote never closes, or closes within a cell of a later line */
    static CsvCells of(String file, String text, char delimiter) throws CsvException {
        return new Parser(file, text, delimiter).parse();
    }

    int rows() {
        return starts.length;
    }

    /** How many cells a row has. */
    int width(int row) {
        return widths[row];
    }

    /** The line of the file that a row begins on. */
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

    /** The rows from this one on, up to another. */
    CsvCells between(int from, int to) {
        return at(IntStream.range(from, to).toArray());
    }

    /** The rows that are not among these. */
    CsvCells without(BitSet others) {
        return others.isEmpty()
                ? this
                : at(IntStream.range(0, rows()).filter(row -> !others.get(row)).toArray());
    }

    /** The last row first. */
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

        /** Takes a quoted cell; false if what begins with a quote is none, as {@code "A" shares}. */
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
                        file, line, "a quote opens here and does not close where the cell ends; correct it");
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
