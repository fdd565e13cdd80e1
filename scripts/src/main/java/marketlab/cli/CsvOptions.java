package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import marketlab.csv.Csv;
import marketlab.csv.CsvFormat;
import marketlab.csv.CsvFormat.DateOrder;
import marketlab.dataset.Dataset;
import marketlab.dataset.SafeText;
import marketlab.kit.Lab;
import picocli.CommandLine.Option;

/** Options for what a CSV file does not state itself. */
final class CsvOptions {

    /** In place of a file's name: CSV from stdin. */
    static final String STDIN = "-";

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description =
                    "Text encoding of a CSV file, such as windows-1252. Default: by its byte-order mark, else UTF-8.")
    String encoding;

    @Option(
            names = "--decimal",
            paramLabel = "MARK",
            description = "Decimal mark of a CSV file, . or , if its numbers can be read both ways.")
    Character decimal;

    @Option(
            names = "--date-order",
            paramLabel = "dmy|mdy|ymd",
            completionCandidates = Candidates.DateOrders.class,
            description =
                    "What comes first in a CSV file's dates such as 05/01/26: the day (dmy), the month (mdy) or the"
                            + " year (ymd).")
    DateOrder dateOrder;

    @Option(
            names = "--date-format",
            paramLabel = "FORM",
            description = "The form of a CSV file's dates, if they are unusual: %%d %%m %%Y of Python, or dd MM uuuu of"
                    + " Java.")
    String dateFormat;

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            split = ",",
            description = "Column names for a CSV file without a header line: date,open,high,low,close.")
    List<String> columns = List.of();

    /** Reads a file, and reports to {@code err} how it was understood. */
    Dataset read(String file, PrintWriter err) throws IOException {
        CsvFormat format = new CsvFormat(
                Optional.ofNullable(encoding).map(CsvOptions::charset),
                Optional.ofNullable(decimal),
                Optional.ofNullable(dateOrder),
                Optional.ofNullable(dateFormat),
                columns);
        Consumer<String> notes = note -> err.println(SafeText.escaped("[" + file + "] " + note));
        return file.equals(STDIN) ? Csv.read(System.in, "stdin", format, notes) : Lab.read(file, format, notes);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "[--encoding] unknown encoding '%s'; use for example windows-1252 or UTF-16".formatted(name), e);
        }
    }
}
