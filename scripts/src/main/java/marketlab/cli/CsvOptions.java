package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import marketlab.dataset.CsvFormat;
import marketlab.dataset.CsvFormat.DateOrder;
import marketlab.dataset.Dataset;
import marketlab.kit.Lab;
import picocli.CommandLine.Option;

/** What a CSV file does not say of itself. */
final class CsvOptions {

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "Of a CSV file's text, as windows-1252; else UTF-8, or by its byte-order mark.")
    String encoding;

    @Option(
            names = "--decimal",
            paramLabel = "MARK",
            description = "The mark before a CSV file's decimals, . or , if its numbers read both ways.")
    Character decimal;

    @Option(
            names = "--date-order",
            paramLabel = "dmy|mdy",
            completionCandidates = Candidates.DateOrders.class,
            description = "Which comes first in a CSV file's dates such as 05/01/2026: the day or the month.")
    DateOrder dateOrder;

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            split = ",",
            description = "Names of a CSV file's columns, if its first line has none: date,open,high,low,close.")
    List<String> columns = List.of();

    /** Reads a file, and says how it was understood. */
    Dataset read(String file, PrintWriter err) throws IOException {
        CsvFormat format = new CsvFormat(
                Optional.ofNullable(encoding).map(CsvOptions::charset),
                Optional.ofNullable(decimal),
                Optional.ofNullable(dateOrder),
                columns);
        return Lab.read(file, format, note -> err.println("[" + file + "] " + note));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException(
                    "[--encoding] there is no encoding '%s'; name one as windows-1252 or UTF-16".formatted(name), e);
        }
    }
}
