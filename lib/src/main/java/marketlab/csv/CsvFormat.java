package marketlab.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Settings for a CSV file that the file does not state itself. Immutable.
 *
 * @param encoding encoding of the text; empty: UTF-8, or UTF-16 if the first bytes show it
 * @param decimal the mark before decimals, a point or a comma; empty: detected from all numbers of the file
 * @param dateOrder order of dates such as 05/01/2026; empty: detected from all dates of the column
 * @param dateFormat pattern of dates in an unusual form, as {@code %d %m %Y} of Python or {@code dd MM uuuu} of Java;
 *     empty: the usual forms
 * @param columns names that replace a header line; empty: the first line names the columns
 */
public record CsvFormat(
        Optional<Charset> encoding,
        Optional<Character> decimal,
        Optional<DateOrder> dateOrder,
        Optional<String> dateFormat,
        List<String> columns) {

    /** Everything is detected from the file. */
    public static final CsvFormat TOLD_BY_FILE =
            new CsvFormat(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /**
     * @throws IllegalArgumentException if the decimal mark is neither a point nor a comma, or the date format is neither one
     *     of Python nor one of Java, or has no day, month and year
     */
    public CsvFormat {
        decimal.ifPresent(mark -> {
            if (mark != '.' && mark != ',') {
                throw new IllegalArgumentException("the decimal mark must be . or , got " + mark);
            }
        });
        dateFormat.ifPresent(DatePattern::new);
        columns = List.copyOf(columns);
    }

    /** The order of day, month and year in a date such as 05/01/2026 or 05/01/26. */
    public enum DateOrder {
        /** Day, month, year: 5 January. */
        DMY("day first"),
        /** Month, day, year: 1 May. */
        MDY("month first"),
        /** Year, month, day: 05/01/26 is 26 January 2005. */
        YMD("year first");

        private final String text;

        DateOrder(String text) {
            this.text = text;
        }

        /** {@code day first}. */
        String text() {
            return text;
        }
    }
}
