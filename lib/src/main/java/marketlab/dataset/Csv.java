package marketlab.dataset;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvWriteOptions;
import tech.tablesaw.io.csv.CsvWriter;

/** Price histories from CSV files, and datasets to CSV. */
public final class Csv {

    private static final List<String> DATE_NAMES = List.of("date", "datetime", "timestamp", "time", "day");
    private static final int MOST_COLUMNS = 20_000;

    private Csv() {}

    /**
     * Reads a CSV file (comma, semicolon or tab; UTF-8) with a header line. The date column, by its name or else the first
     * whose cells are dates, becomes the index, joined with a column {@code time} of times of day beside it; whole numbers
     * become longs, other numbers doubles, empty cells missing.
     *
     * @throws CsvException if there is no date column, a row has more or fewer cells than the header, or a cell is not of
     *     its column's type
     * @throws IOException if the file cannot be read
     */
    public static Dataset read(Path file) throws IOException {
        List<CsvColumn> columns = cells(file);
        CsvColumn date = dateColumn(file, columns);
        CsvColumn time = timeColumn(date, columns);
        columns.remove(time);
        List<Column<?>> typed = new ArrayList<>();
        for (CsvColumn column : columns) {
            typed.add(column == date ? index(date, time) : column.typed());
        }
        return Dataset.of(Table.create(file.getFileName().toString(), typed)).withIndex(date.name());
    }

    /** Writes a dataset's table, index columns included, with a header line. */
    public static void write(Dataset data, Writer out) {
        new CsvWriter().write(
                data.table(),
                CsvWriteOptions.builder(out).ignoreLeadingWhitespaces(false).ignoreTrailingWhitespaces(false).build());
    }

    private static List<CsvColumn> cells(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        CsvParser parser = new CsvParser(settings());
        parser.beginParsing(file.toFile(), "UTF-8");
        try {
            String[] header = parser.parseNext();
            if (header == null) {
                throw new CsvException(file, "is empty; its first line must name the columns");
            }
            List<Long> lines = new ArrayList<>();
            List<CsvColumn> columns = columns(file, header, lines);
            for (String[] row = parser.parseNext(); row != null; row = parser.parseNext()) {
                long line = parser.getContext().currentLine();
                if (row.length != header.length) {
                    throw new CsvException(
                            file, line, "has %d cells, the header has %d; correct it".formatted(row.length, header.length));
                }
                lines.add(line);
                for (int i = 0; i < row.length; i++) {
                    columns.get(i).add(row[i]);
                }
            }
            if (lines.isEmpty()) {
                throw new CsvException(file, "has no rows below its header");
            }
            return columns;
        } finally {
            parser.stopParsing();
        }
    }

    private static CsvParserSettings settings() {
        CsvParserSettings settings = new CsvParserSettings();
        settings.detectFormatAutomatically(',', ';', '\t');
        settings.setMaxColumns(MOST_COLUMNS);
        settings.setMaxCharsPerColumn(-1);
        return settings;
    }

    private static List<CsvColumn> columns(Path file, String[] header, List<Long> lines) throws CsvException {
        List<CsvColumn> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.length; i++) {
            String name = header[i] == null ? "column " + (i + 1) : header[i].trim();
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new CsvException(file, 1, "column '%s' stands twice (case does not count); rename one".formatted(name));
            }
            columns.add(new CsvColumn(file, name, lines));
        }
        return columns;
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
            if (DATE_NAMES.contains(column.name().toLowerCase(Locale.ROOT))) {
                throw new CsvException(
                        file,
                        "'%s' in column '%s' is no date that reads in one way; write 2000-01-31"
                                .formatted(column.sample(), column.name()));
            }
        }
        throw new CsvException(
                file,
                "no column has dates; name one 'date' with values like 2000-01-31 (there are: %s)"
                        .formatted(String.join(", ", columns.stream().map(CsvColumn::name).toList())));
    }
}
