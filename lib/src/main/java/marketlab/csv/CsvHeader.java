package marketlab.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The lines above the data: a title, which is skipped, and the names of the columns. The names are in one line, or in
 * several lines, as pandas writes columns of two levels.
 *
 * @param names the cleaned names of the columns; empty for a column without a name
 * @param firstRow the first row of data
 * @param notes what a user should know about these lines
 * @param isSheet whether the file is an {@link OptionSheet}
 */
record CsvHeader(List<String> names, int firstRow, List<String> notes, boolean isSheet) {

    private static final int SAMPLE = 50;
    private static final int MOST_LINES = 3;
    private static final int MOST_ABOVE = 30;
    private static final String TICKER = "Ticker";

    /** @throws CsvException if there are no names and none were given, or if a name is there twice */
    static CsvHeader of(String file, CsvCells cells, CsvDelimiter delimiter, CsvFormat format) throws CsvException {
        if (cells.rows() == 0) {
            throw new CsvException(file, "is empty; its first line must name the columns");
        }
        Optional<CsvHeader> sheet = format.columns().isEmpty() ? OptionSheet.header(cells) : Optional.empty();
        if (sheet.isPresent()) {
            return sheet.get();
        }
        List<String> notes = new ArrayList<>();
        int title = title(cells);
        TableRows.tellAbove(cells, title, notes);
        int first = title;
        boolean isNamed = !format.columns().isEmpty();
        if (isData(cells.row(first)) || FirstRow.isData(cells, first) || isNamed && !hasNoValues(cells.row(first))) {
            return withoutNames(file, cells, title, delimiter, format, notes);
        }
        do {
            first++;
        } while (first < cells.rows() && first - title <= MOST_LINES && hasNoValues(cells.row(first)));
        int lines = first - title;
        List<String> names = lines > 1 ? levels(cells, title, lines, notes) : null;
        if (names == null) {
            names = cells.row(title);
            first = title + 1;
        }
        if (isNamed) {
            notes.add("line %s replaced by the names given ('%s')"
                    .formatted(cells.line(title), String.join(" ", names).strip()));
            names = format.columns();
        }
        return new CsvHeader(checked(file, cells.line(title), names, notes), first, notes, false);
    }

    private static CsvHeader withoutNames(
            String file, CsvCells cells, int title, CsvDelimiter delimiter, CsvFormat format, List<String> notes)
            throws CsvException {
        if (!format.columns().isEmpty()) {
            return new CsvHeader(checked(file, cells.line(title), format.columns(), notes), title, notes, false);
        }
        Optional<NamelessLayout> layout = NamelessLayout.of(cells, title, delimiter);
        if (layout.isEmpty()) {
            throw new CsvException(
                    file,
                    cells.line(title),
                    "has values and no column names ('%s'); give the names, as --columns %s"
                            .formatted(cells.at(title, 0), "date,open,high,low,close,volume"));
        }
        notes.add("no header line, columns as in " + layout.get().source());
        return new CsvHeader(layout.get().names(), title, notes, false);
    }

    /**
     * The number of lines above the names. Such lines are as narrow as a title, or they have other widths and a later
     * line, directly above data, has the names with a column of dates.
     */
    private static int title(CsvCells cells) {
        int[] widths = IntStream.range(0, Math.min(SAMPLE, cells.rows()))
                .map(cells::width)
                .sorted()
                .toArray();
        int usual = widths[widths.length / 2];
        for (int row = 1; row < Math.min(MOST_ABOVE, cells.rows() - 1); row++) {
            int names = row;
            if (isNames(cells, row) && IntStream.range(0, row).noneMatch(above -> isLike(cells, above, names))) {
                return row;
            }
        }
        int title = 0;
        while (title < widths.length - 1 && cells.width(title) < usual && hasNoValues(cells.row(title))) {
            title++;
        }
        boolean isAboveNames = cells.width(title) >= usual && !isData(cells.row(title));
        return isAboveNames ? title : 0;
    }
    /** Whether a line has the name of a column of dates and other names, and data follow below it. */
    private static boolean isNames(CsvCells cells, int row) {
        List<String> line = cells.row(row);
        return 2 * filled(line) > line.size()
                && line.stream().anyMatch(name -> ColumnNames.timeRank(name) >= 0)
                && hasNoValues(line)
                && isData(cells.row(row + 1));
    }

    /** Whether a line has as many cells as another one, and most of these cells are not empty. */
    private static boolean isLike(CsvCells cells, int row, int other) {
        return cells.width(row) == cells.width(other) && 2 * filled(cells.row(row)) > cells.width(row);
    }

    private static long filled(List<String> line) {
        return line.stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** Whether a line is a row of data: it has only values, or a date and a number. */
    static boolean isData(List<String> line) {
        // pandas writes columns without names as ",0,1,2"
        return !line.get(0).isEmpty() && line.stream().allMatch(cell -> cell.isEmpty() || isValue(cell))
                || line.stream().anyMatch(CsvHeader::isDate) && line.stream().anyMatch(CsvNumbers::isNumber)
                || line.stream().anyMatch(CsvHeader::isCompactDate)
                        && line.stream().anyMatch(cell -> cell.matches("\\d+[.,]\\d+"));
    }

    private static boolean isCompactDate(String cell) {
        DateText text = new DateText();
        return cell.length() == 8 && text.read(cell) && text.fits(CsvFormat.DateOrder.YMD);
    }

    private static boolean isDistinct(List<String> line) {
        return new HashSet<>(line).size() == line.size();
    }

    private static boolean hasNoValues(List<String> line) {
        return line.stream().noneMatch(CsvHeader::isValue);
    }

    private static boolean isValue(String cell) {
        return CsvNumbers.isNumber(cell) || isDate(cell);
    }

    static boolean isDate(String cell) {
        DateText text = new DateText();
        return text.read(cell) && !text.isDigitsOnly();
    }

    /** Names of columns with two levels, usually the price and the ticker; null if the lines are of another kind. */
    private static List<String> levels(CsvCells cells, int title, int lines, List<String> notes) {
        if (lines > MOST_LINES || cells.width(title) != cells.width(title + 1)) {
            return null;
        }
        List<String> upper = cells.row(title);
        List<String> lower = cells.row(title + 1);
        List<String> last = cells.row(title + lines - 1);
        boolean isIndexLine = !last.get(0).isEmpty() && last.stream().skip(1).allMatch(String::isEmpty);
        if (isIndexLine && lines == 2) {
            boolean isIndexName = upper.get(0).isEmpty() || ColumnNames.isDated(last.get(0));
            return isIndexName ? named(upper, last.get(0)) : null;
        }
        if (!isIndexLine
                && (lines != 2
                        || isDistinct(upper)
                        || !upper.get(0).isEmpty() && !lower.get(0).isEmpty())) {
            return null;
        }
        boolean tickersFirst =
                TICKER.equalsIgnoreCase(upper.get(0)) || !TICKER.equalsIgnoreCase(lower.get(0)) && isPrices(lower);
        List<String> tickers = tickersFirst ? upper : lower;
        List<String> prices = tickersFirst ? lower : upper;
        Set<String> different = new LinkedHashSet<>(tickers.subList(1, tickers.size()));
        notes.add("%s header lines, of %s".formatted(lines, String.join(", ", different)));
        List<String> names = new ArrayList<>(List.of(isIndexLine ? last.get(0) : ""));
        for (int i = 1; i < prices.size(); i++) {
            names.add(different.size() == 1 ? prices.get(i) : prices.get(i) + " " + tickers.get(i));
        }
        return names;
    }

    private static boolean isPrices(List<String> names) {
        return names.stream().skip(1).anyMatch(ColumnNames::isPrice);
    }

    private static List<String> named(List<String> names, String first) {
        List<String> named = new ArrayList<>(names);
        named.set(0, first);
        return named;
    }

    private static List<String> checked(String file, long line, List<String> names, List<String> notes)
            throws CsvException {
        List<String> checked = ColumnNames.withLettersAsWords(
                names.stream().map(ColumnNames::clean).toList(), notes);
        Set<String> seen = new HashSet<>();
        for (String clean : checked) {
            if (!clean.isEmpty() && !seen.add(clean.toLowerCase(Locale.ROOT))) {
                throw new CsvException(
                        file, line, "column '%s' is there twice (case does not count); rename one".formatted(clean));
            }
        }
        return checked;
    }
}
