package marketlab.pickle;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The years that Python's own dates have; Java's and pandas' go farther. */
final class PythonDate {

    private static final int FIRST_YEAR = 1;
    private static final int LAST_YEAR = 9999;

    private PythonDate() {}

    /**
     * The date that begins the packed bytes of a Python date or datetime.
     *
     * @param month as in the third byte, which may carry a flag besides
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
