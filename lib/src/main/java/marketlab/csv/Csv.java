package marketlab.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.TimeTexts;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Price histories and option chains from CSV files, and datasets to CSV. */
public final class Csv {

    /** What a formula begins with, in the letters of East Asian keyboards too. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final Pattern CSV_NAME =
            Pattern.compile("(?is).*\\.((csv|tsv|txt)(\\.(gz|bz2|xz|zst|zip))?|xlsx?|xlsm|ods)");

    private static final Pattern ZIP_NAME = Pattern.compile("(?is).*(?<!\\.pkl|\\.pickle)\\.zip");

    private Csv() {}

    /**
     * Whether a file's name ends like that of CSV: {@code .csv}, {@code .tsv} or {@code .txt}, in any case, also behind it
     * {@code .gz .bz2 .xz .zst .zip}; or the file is a {@code .zip} in which there is such a name. Also of an Excel workbook,
     * which {@link #read(Path)} refuses with what to do.
     */
    public static boolean isCsv(String file) {
        return CSV_NAME.matcher(file).matches() || ZIP_NAME.matcher(file).matches() && PackedFile.hasCsv(file);
    }

    /**
     * Reads a CSV file of which nothing is known; see {@link #read(Path, CsvFormat, Consumer)}.
     *
     * @throws CsvException also if the file may be read in two ways; it names what {@link CsvFormat} can say
     */
    public static Dataset read(Path file) throws IOException {
        return read(file, CsvFormat.TOLD_BY_FILE, note -> {});
    }

    /**
     * Reads a CSV file (commas, semicolons, tabs or vertical bars; plain, gzip, bzip2, xz,
     * Zstandard, or the only file in a zip) as exchanges, brokers and programs write it.
     * The column that says when a row was becomes the index, called {@code Date}, {@code Datetime} or {@code Timestamp},
     * joined with a column of times of day beside it; rows that are newest first are turned around. Prices and sizes become
     * {@code Open High Low Close Volume}; whole numbers longs, other numbers doubles, empty cells missing. A table of options
     * without such a column has no index.
     *
     * @param notes told in one line how the file was understood
     * @throws CsvException if there is no date column, a row has more or fewer cells than the header, a price or a date is
     *     none, the first line is data, the text is not of its encoding, or numbers or dates read in two ways
     * @throws IOException if the file cannot be read
     */
    public static Dataset read(Path file, CsvFormat format, Consumer<String> notes) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        return CsvReader.read(file.toString(), Files.readAllBytes(file), format, notes);
    }

    /**
     * Reads CSV from a stream to its end, as {@link #read(Path, CsvFormat, Consumer)} does.
     *
     * @param name of the stream, for messages
     */
    public static Dataset read(InputStream in, String name, CsvFormat format, Consumer<String> notes)
            throws IOException {
        return CsvReader.read(name, in.readAllBytes(), format, notes);
    }

    /**
     * Writes a dataset's table, index columns included, with a header line; nothing of a table without columns. Times are
     * written to the nanosecond, and instants with their offset; durations and Decimals of pandas as pandas writes them.
     */
    public static void write(Dataset data, Writer out) throws IOException {
        if (data.table().columnCount() == 0) {
            return;
        }
        CsvOutput.write(Columns.each(data.table(), column -> exact(column, data)), out);
    }

    /** The column with all that is known of its values. */
    private static Column<?> exact(Column<?> column, Dataset data) {
        IntFunction<String> texts = data.frame().aside().exactTexts(column);
        Column<?> known = TimeTexts.of(column, data.frame().aside());
        if (texts == null) {
            return known;
        }
        StringColumn exact = StringColumn.create(column.name());
        for (int row = 0; row < column.size(); row++) {
            String text = column.isMissing(row) ? "" : texts.apply(row);
            exact.append(text == null ? CsvOutput.text(known, row) : text);
        }
        return exact;
    }

    /**
     * A copy of a dataset for a spreadsheet's user: a text cell or a column name that a spreadsheet would run as a formula, as
     * it begins with {@code = + - @}, a tab or a carriage return, gets an apostrophe before it, as OWASP's "CSV Injection"
     * recommends. Numbers stay numbers. Not to be read back: the apostrophes are part of the text then.
     */
    public static Dataset safeForSpreadsheets(Dataset data) {
        Table safe = Columns.each(data.table(), column -> {
            // Decimals are numbers, whatever they begin with; a duration of less than nothing is no number.
            Column<?> copy = exact(column, data) instanceof StringColumn texts && !(column instanceof DoubleColumn)
                    ? StringColumn.create(
                            column.name(),
                            texts.asList().stream().map(Csv::withoutFormula).toList())
                    : exact(column, data).copy();
            return copy.setName(withoutFormula(column.name()));
        });
        return Dataset.of(safe);
    }

    private static String withoutFormula(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
