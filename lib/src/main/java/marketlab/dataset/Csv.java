package marketlab.dataset;

import com.univocity.parsers.common.TextWritingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import marketlab.dataset.CsvFormat.DateOrder;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;

/** Price histories from CSV files, and datasets to CSV. */
public final class Csv {

    private static final List<String> DATE_NAMES = List.of("date", "datetime", "timestamp", "time", "day");
    private static final int MOST_COLUMNS = 20_000;

    /** What a formula begins with, in the letters of East Asian keyboards too. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private Csv() {}

    /**
     * Reads a CSV file of which nothing is known; see {@link #read(Path, CsvFormat, Consumer)}.
     *
     * @throws CsvException also if the file may be read in two ways; it names what {@link CsvFormat} can say
     */
    public static Dataset read(Path file) throws IOException {
        return read(file, CsvFormat.TOLD_BY_FILE, note -> {});
    }

    /**
     * Reads a CSV file (comma, semicolon or tab) with a header line. The date column, by its name or else the first whose
     * cells are dates, becomes the index, joined with a column {@code time} of times of day beside it; whole numbers become
     * longs, other numbers doubles, empty cells missing.
     *
     * @param notes told how the file was understood where it could have been understood otherwise
     * @throws CsvException if there is no date column, a row has more or fewer cells than the header, a cell is not of its
     *     column's type, the first line is data, the text is not of its encoding, or numbers or dates read in two ways
     * @throws IOException if the file cannot be read
     */
    public static Dataset read(Path file, CsvFormat format, Consumer<String> notes) throws IOException {
        List<CsvColumn> columns = columns(file, format, notes);
        CsvColumn date = dateColumn(file, columns);
        CsvColumn time = timeColumn(date, columns);
        columns.remove(time);
        List<Column<?>> typed = new ArrayList<>();
        for (CsvColumn column : columns) {
            typed.add(column == date ? index(date, time) : column.typed());
        }
        return Dataset.of(Table.create(file.getFileName().toString(), typed)).withIndex(date.name());
    }

    /** Writes a dataset's table, index columns included, with a header line; nothing of a table without columns. */
    public static void write(Dataset data, Writer out) throws IOException {
        if (data.table().columnCount() == 0) {
            return;
        }
        try {
            new CsvWriter()
                    .write(
                            data.table(),
                            CsvWriteOptions.builder(out)
                                    .ignoreLeadingWhitespaces(false)
                                    .ignoreTrailingWhitespaces(false)
                                    .build());
        } catch (TextWritingException e) {
            throw new IOException(
                    e.getCause() == null ? "cannot be written" : e.getCause().getMessage(), e);
        }
    }

    /**
     * A copy of a dataset for a spreadsheet's user: a text cell or a column name that a spreadsheet would run as a formula, as
     * it begins with {@code = + - @}, a tab or a carriage return, gets an apostrophe before it, as OWASP's "CSV Injection"
     * recommends. Numbers stay numbers. Not to be read back: the apostrophes are part of the text then.
     */
    public static Dataset safeForSpreadsheets(Dataset data) {
        return Dataset.of(Columns.each(data.table(), column -> {
            Column<?> copy = column instanceof StringColumn texts
                    ? StringColumn.create(
                            column.name(),
                            texts.asList().stream().map(Csv::withoutFormula).toList())
                    : column.copy();
            return copy.setName(withoutFormula(column.name()));
        }));
    }

    private static String withoutFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static List<CsvColumn> columns(Path file, CsvFormat format, Consumer<String> notes) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        CsvText text = CsvText.read(file, format.encoding());
        List<Long> lines = new ArrayList<>();
        List<String[]> rows = new ArrayList<>();
        CsvParser parser = new CsvParser(settings());
        parser.beginParsing(new StringReader(text.text()));
        try {
            for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
                rows.add(row);
                lines.add(parser.getContext().currentLine());
            }
        } finally {
            parser.stopParsing();
        }
        CsvLevels.refuse(file, rows);
        refuseOpenQuote(file, text.text(), rows, lines);
        String[] names = names(file, format, rows, lines);
        List<List<String>> cells = cells(file, names, rows, lines);
        char delimiter = parser.getDetectedFormat().getDelimiter();
        CsvNumbers numbers =
                CsvNumbers.of(file, cells.stream().map(CsvColumn::present).toList(), delimiter, format.decimal());
        List<CsvColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            columns.add(new CsvColumn(file, names[i], cells.get(i), lines, numbers, format.dateOrder()));
        }
        understood(text, numbers, columns, format).ifPresent(notes);
        return columns;
    }

    /** A quote that is never closed would take all lines behind it into one cell. */
    private static void refuseOpenQuote(Path file, String text, List<String[]> rows, List<Long> lines)
            throws CsvException {
        if (text.chars().filter(c -> c == '"').count() % 2 == 0) {
            return;
        }
        for (int row = 0; row < rows.size(); row++) {
            for (String cell : rows.get(row)) {
                if (cell != null && cell.indexOf('\n') >= 0) {
                    long first =
                            lines.get(row) - cell.chars().filter(c -> c == '\n').count();
                    throw new CsvException(
                            file, first, "a quote opens here, or shortly before, and never closes; correct it");
                }
            }
        }
    }

    /** Takes the header away from the rows, and gives the columns' names. */
    private static String[] names(Path file, CsvFormat format, List<String[]> rows, List<Long> lines)
            throws CsvException {
        if (rows.isEmpty()) {
            throw new CsvException(file, "is empty; its first line must name the columns");
        }
        String[] first = rows.get(0);
        boolean isData = isData(first);
        if (isData && format.columns().isEmpty()) {
            throw new CsvException(
                    file,
                    lines.get(0),
                    "has values and no column names ('%s'); say the names, as --columns %s"
                            .formatted(first[0], "date,open,high,low,close,volume"));
        }
        if (!isData) {
            rows.remove(0);
            lines.remove(0);
        }
        if (rows.isEmpty()) {
            throw new CsvException(file, "has no rows below its header");
        }
        String[] names = format.columns().isEmpty() ? first : format.columns().toArray(String[]::new);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.length; i++) {
            names[i] = names[i] == null ? "column " + (i + 1) : names[i].trim();
            if (!seen.add(names[i].toLowerCase(Locale.ROOT))) {
                throw new CsvException(
                        file, 1, "column '%s' stands twice (case does not count); rename one".formatted(names[i]));
            }
        }
        return names;
    }

    /** Whether a line has dates or numbers in it, and nothing else. */
    private static boolean isData(String[] line) {
        List<String> cells =
                CsvColumn.present(Arrays.stream(line).map(CsvColumn::cell).toList());
        // pandas writes columns without names as ",0,1,2"
        return line[0] != null && cells.stream().allMatch(cell -> CsvNumbers.isNumber(cell) || CsvDates.isDate(cell));
    }

    private static List<List<String>> cells(Path file, String[] names, List<String[]> rows, List<Long> lines)
            throws CsvException {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            cells.add(new ArrayList<>(rows.size()));
        }
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            if (row.length != names.length) {
                throw new CsvException(
                        file,
                        lines.get(i),
                        "has %s cells, the header has %s; correct it".formatted(row.length, names.length));
            }
            for (int column = 0; column < row.length; column++) {
                cells.get(column).add(CsvColumn.cell(row[column]));
            }
        }
        return cells;
    }

    /** What was told from the file and could have been told otherwise; empty if all of it is as expected. */
    private static Optional<String> understood(
            CsvText text, CsvNumbers numbers, List<CsvColumn> columns, CsvFormat format) {
        List<String> parts = new ArrayList<>();
        if (format.encoding().isEmpty() && !text.encoding().equals(StandardCharsets.UTF_8)) {
            parts.add(text.encoding().name());
        }
        if (format.decimal().isEmpty() && numbers.isComma()) {
            parts.add("a comma before decimals");
        }
        if (format.dateOrder().isEmpty()) {
            columns.stream()
                    .map(CsvColumn::dateOrder)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(order -> parts.add("dates " + (order == DateOrder.DMY ? "day first" : "month first")));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of("read as: " + String.join(", ", parts));
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.detectFormatAutomatically(',', ';', '\t');
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setMaxCharsPerColumn(-1);
        return settings;
    }

    private static Column<?> index(CsvColumn date, CsvColumn time) throws CsvException {
        if (time != null) {
            return date.dates(time);
        }
        return date.isMoments() ? date.moments() : date.dates();
    }

    /** The column of times of day that belongs to days; null if there is none. */
    private static CsvColumn timeColumn(CsvColumn date, List<CsvColumn> columns) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase("time") && column.isTimesOfDay() && date.isDays())
                .findFirst()
                .orElse(null);
    }

    private static CsvColumn dateColumn(Path file, List<CsvColumn> columns) throws CsvException {
        for (String name : DATE_NAMES) {
            for (CsvColumn column : columns) {
                if (column.name().equalsIgnoreCase(name) && (column.isDates() || column.isMoments())) {
                    return column;
                }
            }
        }
        for (CsvColumn column : columns) {
            if (column.isDates() || column.isMoments()) {
                return column;
            }
        }
        for (CsvColumn column : columns) {
            if (column.isUndecided()) {
                throw new CsvException(
                        file,
                        "'%s' in column '%s' may begin with the day or the month; say --date-order dmy or --date-order mdy"
                                .formatted(column.sample(), column.name()));
            }
        }
        for (CsvColumn column : columns) {
            if (DATE_NAMES.contains(column.name().toLowerCase(Locale.ROOT))) {
                throw new CsvException(
                        file,
                        "'%s' in column '%s' is no date; write 2000-01-31".formatted(column.sample(), column.name()));
            }
        }
        throw new CsvException(
                file,
                "no column has dates; name one 'date' with values like 2000-01-31 (there are: %s)"
                        .formatted(String.join(
                                ", ", columns.stream().map(CsvColumn::name).toList())));
    }
}
