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
import marketlab.dataset.ColumnTypes;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.TimeTexts;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Price histories and option chains from CSV files, and datasets to CSV. */
public final class Csv {

    static {
        ColumnTypes.initialize();
    }

    /** The characters that begin a formula, also in the full-width forms of East Asian keyboards. */
    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    private static final Pattern CSV_NAME =
            Pattern.compile("(?is).*\\.((csv|tsv|txt)(\\.(gz|bz2|xz|zst|zip))?|xlsx?|xlsm|ods)");

    private static final Pattern ZIP_NAME = Pattern.compile("(?is).*(?<!\\.pkl|\\.pickle)\\.zip");

    private Csv() {}

    /**
     * Whether a file should be read as CSV. This is so if its name ends with {@code .csv}, {@code .tsv} or
     * {@code .txt}, in any case, and possibly followed by {@code .gz .bz2 .xz .zst .zip}, or if it is a {@code .zip}
     * that contains a file with such a name. Also true for an Excel workbook; {@link #read(Path)} rejects it and says
     * what to do.
     */
    public static boolean isCsv(String file) {
        return CSV_NAME.matcher(file).matches() || ZIP_NAME.matcher(file).matches() && PackedFile.hasCsv(file);
    }

    /**
     * Reads a CSV file without any information about its format; see {@link #read(Path, CsvFormat, Consumer)}.
     *
     * @throws CsvException as there; if the file can be read in two ways, the message names the setting of
     *     {@link CsvFormat} that decides
     */
    public static Dataset read(Path file) throws IOException {
        return read(file, CsvFormat.TOLD_BY_FILE, note -> {});
    }

    /**
     * Reads a CSV file (commas, semicolons, tabs or vertical bars; plain, gzip, bzip2, xz, Zstandard, or the only file
     * in a zip) as exchanges, brokers and programs write it. The column with the time of each row becomes the index. It
     * is named {@code Date}, {@code Datetime} or {@code Timestamp}, and is joined with a column of times of day beside
     * it. Rows that are newest first are put in the reverse order. The columns of prices and sizes are renamed to
     * {@code Open High Low Close Volume}. Whole numbers become longs, other numbers doubles, and empty cells missing
     * values. A table of options without a column of times has no index.
     *
     * @param notes receives one line that says how the file was understood
     * @throws CsvException if there is no date column, a row has more or fewer cells than the header, a price is not a
     *     number, a date is not a date, the first line is data, the bytes are not text in the encoding, or numbers or
     *     dates can be read in two ways
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
     * @param name the name of the stream, for messages
     */
    public static Dataset read(InputStream in, String name, CsvFormat format, Consumer<String> notes)
            throws IOException {
        return CsvReader.read(name, in.readAllBytes(), format, notes);
    }

    /**
     * Writes the table of a dataset, with its index columns and a header line. For a table without columns nothing is
     * written. Times are written to the nanosecond, and instants with their offset; durations and Decimals of pandas as
     * pandas writes them.
     */
    public static void write(Dataset data, Writer out) throws IOException {
        if (data.table().columnCount() == 0) {
            return;
        }
        CsvOutput.write(Columns.each(data.table(), column -> exact(column, data)), out);
    }

    /** The column with everything that is known about its values. */
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
     * A copy of a dataset for a spreadsheet. A text cell or a column name that begins with {@code = + - @}, a tab or a
     * carriage return could be run as a formula. It gets an apostrophe before it, as OWASP's "CSV Injection"
     * recommends. Numbers stay numbers. Do not read such a file back: the apostrophes would be part of the text.
     */
    public static Dataset safeForSpreadsheets(Dataset data) {
        Table safe = Columns.each(data.table(), column -> {
            // Decimals are numbers, so a minus is safe; a negative duration is text.
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
