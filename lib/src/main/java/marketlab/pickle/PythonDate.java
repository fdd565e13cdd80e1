package marketlab.pickle;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The dates of Python, which have the years 1 to 9999. Dates of Java and pandas have more years. */
final class PythonDate {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private PythonDate() {}

    /**
     * The date in the first four bytes of a packed Python date or datetime.
     *
     * @param month the month; the third byte may contain a flag beside it
     * @throws DateTimeException if there is no such day in Python
     */
    static LocalDate of(byte[] packed, int month) {
        return inRange(LocalDate.of((packed[0] & 0xff) << 8 | packed[1] & 0xff, month, packed[3]));
    }

    /** @throws DateTimeException if Python has no such year */
    static LocalDate inRange(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("a date of Python is in the years 1 to 9999, got " + date.getYear());
        }
        return date;
    }
}
