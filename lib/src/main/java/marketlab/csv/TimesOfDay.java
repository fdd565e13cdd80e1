package marketlab.csv;

import java.time.LocalTime;
import java.util.Optional;

/**
 * The times of day of one column: {@code 09:15}, {@code 9:15:00 AM}, or digits of programs that drop leading zeros:
 * {@code 915} and {@code 1530}, {@code 91500} and {@code 153000}. Digits are hours and minutes if no cell has more than
 * four of them; else hours, minutes and seconds.
 */
final class TimesOfDay {

    private static final int DIGITS_WITH_MINUTES = 4;
    private static final int DIGITS_WITH_SECONDS = 6;

    private final CsvCells cells;
    private final int column;
    private final DateText text = new DateText();
    /** The number of digits of a time with its leading zeros; 0 if the times are not only digits. */
    private final int width;

    private TimesOfDay(CsvCells cells, int column) {
        this.cells = cells;
        this.column = column;
        this.width = width();
    }

    /** The times of a column; empty if most of its cells are something else. */
    static Optional<TimesOfDay> of(CsvCells cells, int column) {
        TimesOfDay times = new TimesOfDay(cells, column);
        int there = 0;
        int read = 0;
        for (int row = 0; row < cells.rows(); row++) {
            there += times.isMissing(row) ? 0 : 1;
            read += times.isTime(row) ? 1 : 0;
        }
        return 2 * read > there ? Optional.of(times) : Optional.empty();
    }

    private int width() {
        int longest = 0;
        for (int row = 0; row < cells.rows(); row++) {
            String cell = cells.at(row, column);
            if (!isMissing(row)) {
                if (cell.length() > DIGITS_WITH_SECONDS || !cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
                    return 0;
                }
                longest = Math.max(longest, cell.length());
            }
        }
        // Numbers of one or two digits may be hours, days, or anything else.
        return longest < DIGITS_WITH_MINUTES - 1
                ? 0
                : longest <= DIGITS_WITH_MINUTES ? DIGITS_WITH_MINUTES : DIGITS_WITH_SECONDS;
    }

    private boolean isMissing(int row) {
        return MissingMarks.has(cells.at(row, column));
    }

    private boolean isTime(int row) {
        return text.readTime(at(row));
    }

    /** The text of a row. Digits get their leading zeros. */
    String at(int row) {
        String cell = cells.at(row, column);
        return width > cell.length() && !cell.isEmpty() ? "0".repeat(width - cell.length()) + cell : cell;
    }

    /**
     * How digits were understood, by the first time after midnight: {@code 930 as 09:30}; empty if the times are not
     * only digits.
     */
    Optional<String> digitsAsTime() {
        for (int row = 0; width > 0 && row < cells.rows(); row++) {
            if (isTime(row) && text.nanoOfDay() > 0) {
                return Optional.of(cells.at(row, column) + " as "
                        + LocalTime.ofNanoOfDay(text.nanoOfDay() % CsvDates.NANOS_PER_DAY));
            }
        }
        return Optional.empty();
    }
}
