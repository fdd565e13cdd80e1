package marketlab.csv;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * What a CSV file does not say of itself and its reader should not have to guess. Immutable.
 *
 * @param encoding of its text; empty: UTF-8, or UTF-16 where the file begins like it
 * @param decimal the mark before decimals, a point or a comma; empty: told from all of the file's numbers
 * @param dateOrder of dates such as 05/01/2026; empty: told from all dates of the column
 * @param dateFormat of dates in an unusual form, as {@code %d %m %Y} of Python or {@code dd MM uuuu} of Java; empty: the
 *     usual forms
 * @param columns names in place of a header line; empty: the first line names the columns
 */
public record CsvFormat(
        Optional<Charset> encoding,
        Optional<Character> decimal,
        Optional<DateOrder> dateOrder,
        Optional<String> dateFormat,
        List<String> columns) {

    /** Everything is told from the file. */
    public static final CsvFormat TOLD_BY_FILE =
            new CsvFormat(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /**
     * @throws IllegalArgumentException if the decimal mark is neither a point nor a comma, or the date format is neither one
     *     of Python nor one of Java, or has no day, month and year
     */
    public CsvFormat {
        decimal.ifPresent(mark -> {
            if (mark != '.' && mark != ',') {
                throw new IllegalArgumentException("the decimal mark is . or , and not " + mark);
            }
        });
        dateFormat.ifPresent(DatePattern::new);
        columns = List.copyOf(columns);
    }

    /** Which number of 05/01/2026, or of 05/01/26, is the day. */
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
