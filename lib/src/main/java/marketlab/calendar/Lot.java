package marketlab.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * One line of the lot sizes.
 *
 * @param size units of the index per contract
 * @param from first expiry that it applies to
 * @param to last expiry that it applies to
 */
record Lot(String market, int size, LocalDate from, LocalDate to) {

    static final List<String> HEADINGS = List.of("market,lot,from,to");

    Lot {
        if (size <= 0) {
            throw new IllegalArgumentException("a lot must be > 0, got " + size);
        }
    }

    static Lot parse(String[] fields) {
        return new Lot(
                fields[0],
                Integer.parseInt(fields[1]),
                fields[2].isEmpty() ? LocalDate.MIN : LocalDate.parse(fields[2]),
                fields[3].isEmpty() ? LocalDate.MAX : LocalDate.parse(fields[3]));
    }

    boolean governs(LocalDate expiry) {
        return !expiry.isBefore(from) && !expiry.isAfter(to);
    }
}
