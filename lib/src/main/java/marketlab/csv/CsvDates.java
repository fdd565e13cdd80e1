package marketlab.csv;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import marketlab.csv.CsvFormat.DateOrder;

/** The dates of one column. Whether 01/02/2003 begins with the day or the month is decided from all of them. */
final class CsvDates {

    /** If this many cells contain no date, the column has none. */
    private static final int SAMPLE = 200;

    static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final CsvCells cells;
    private final int column;
    private final boolean isExpected;
    private final boolean mayBePeriods;
    private final DatePattern pattern;
    private final DateText text = new DateText();
    private final ReadTime[] times;
    private final Set<Epoch> epochs = EnumSet.noneOf(Epoch.class);
    private final NamedZones zones = new NamedZones();
    private Optional<PeriodText> period = Optional.empty();
    private DateOrder order;
    private boolean isOrdered;
    private boolean areZoned;
    private int there;
    private int read;
    private int firstOther = -1;
    private int firstUndecided = -1;

    /**
     * Reads a column.
     *
     * @param isExpected whether its name says that it has dates; then a number such as 20260105 or an epoch may be a
     *     date
     * @param mayBePeriods whether years, quarters and months stand for their first days
     * @param known the order of dates, if the user or another column of the file determines it
     */
    CsvDates(
            CsvCells cells,
            int column,
            CsvFormat format,
            boolean isExpected,
            boolean mayBePeriods,
            Optional<DateOrder> known) {
        this.cells = cells;
        this.column = column;
        this.isExpected = isExpected;
        this.mayBePeriods = mayBePeriods;
        this.pattern = format.dateFormat().map(DatePattern::new).orElse(null);
        this.times = new ReadTime[cells.rows()];
        Set<DateOrder> possible = known.map(Set::of).orElseGet(() -> DateOrders.possible(cells, column));
        order = possible.size() == 1 ? possible.iterator().next() : null;
        for (int row = 0; row < times.length; row++) {
            String cell = cells.at(row, column);
            if (MissingMarks.has(cell)) {
                continue;
            }
            there++;
            times[row] = read(row, cell);
            if (times[row] != null) {
                read++;
                areZoned |= times[row].offset() != null;
            } else if (firstOther < 0) {
                firstOther = row;
            }
            if (there == SAMPLE && read == 0 && firstUndecided < 0) {
                break;
            }
        }
    }

    private ReadTime read(int row, String cell) {
        ReadTime named = pattern == null ? null : pattern.read(cell);
        if (named != null) {
            return named;
        }
        Epoch epoch = isExpected ? Epoch.of(cell) : null;
        if (epoch != null) {
            epochs.add(epoch);
            return epoch.time(cell);
        }
        if (!text.read(cell)) {
            return mayBePeriods ? firstDay(cell) : null;
        }
        // 1.10.12 may be a version.
        boolean isDoubtful = text.isDigitsOnly() || text.needsOrder() && text.isDotted() && text.hasShortYear();
        if (isDoubtful && !isExpected) {
            return null;
        }
        if (text.needsOrder()) {
            isOrdered = true;
            if (order == null) {
                firstUndecided = firstUndecided < 0 ? row : firstUndecided;
                return null;
            }
        }
        long day = text.epochDay(order);
        return day == Long.MIN_VALUE ? null : time(day);
    }

    /** Reads years, quarters or months as their first days, if all cells are of one such kind. */
    private ReadTime firstDay(String cell) {
        if (read == 0 && period.isEmpty()) {
            period = PeriodText.of(cell);
        }
        Optional<LocalDate> day = period.flatMap(kind -> kind.firstDay(cell));
        return day.isEmpty() ? null : new ReadTime(day.get().toEpochDay(), 0, null);
    }

    /** This day with the time and the zone of the text that was read. */
    private ReadTime time(long day) {
        long epochDay = day + text.nanoOfDay() / NANOS_PER_DAY;
        long nanoOfDay = text.nanoOfDay() % NANOS_PER_DAY;
        Integer offset = text.isZoned() ? zones.offset(text, epochDay, nanoOfDay) : null;
        return new ReadTime(epochDay, nanoOfDay, offset);
    }

    /** Whether most cells are dates. */
    boolean areMost() {
        return 2 * read > there;
    }

    /** Whether the cells are dates, but nothing shows whether the day, the month or the year comes first. */
    boolean isUndecided() {
        return firstUndecided >= 0;
    }

    /** The first row with a date whose order is not known. */
    int firstUndecided() {
        return firstUndecided;
    }

    /** The kind of periods that were read as their first days; empty if the cells are dates. */
    Optional<PeriodText> period() {
        return read > 0 ? period : Optional.empty();
    }

    /** The zones that follow the times as words. */
    NamedZones zones() {
        return zones;
    }

    /** The order of dates such as 31/01/2000; empty if there are none, or if the order is not known. */
    Optional<DateOrder> order() {
        return isOrdered ? Optional.ofNullable(order) : Optional.empty();
    }

    /** The first row with a cell that is not a date; −1 if there is none. */
    int firstOther() {
        return firstOther;
    }

    /** The units of times that are counted from 1970; empty if there are no such times. */
    Set<Epoch> epochs() {
        return epochs;
    }

    /** Whether no date has a time of day. */
    boolean areDays() {
        for (ReadTime time : times) {
            if (time != null && (time.nanoOfDay() != 0 || time.offset() != null)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the dates have offsets from UTC. */
    boolean areZoned() {
        return areZoned;
    }

    /** The first row whose date has an offset where others have none, or none where others have; −1 if there is none. */
    int firstOtherZone() {
        ReadTime first = null;
        for (int row = 0; row < times.length; row++) {
            first = first == null ? times[row] : first;
            if (times[row] != null && (times[row].offset() == null) != (first.offset() == null)) {
                return row;
            }
        }
        return -1;
    }

    /** The different offsets from UTC, in seconds. */
    Set<Integer> offsets() {
        Set<Integer> offsets = new TreeSet<>();
        for (ReadTime time : times) {
            if (time != null && time.offset() != null) {
                offsets.add(time.offset());
            }
        }
        return offsets;
    }

    /** The date and time of a row on its own clock; null if it is missing. */
    LocalDateTime local(int row) {
        ReadTime time = times[row];
        return time == null
                ? null
                : LocalDateTime.ofEpochSecond(
                        time.epochDay() * 86_400 + time.nanoOfDay() / NANOS_PER_SECOND,
                        (int) (time.nanoOfDay() % NANOS_PER_SECOND),
                        ZoneOffset.UTC);
    }

    /** The instant of a row whose date has an offset; null if it is missing. */
    Instant instant(int row) {
        ReadTime time = times[row];
        return time == null ? null : local(row).toInstant(ZoneOffset.ofTotalSeconds(time.offset()));
    }

    /** Whether one row has an earlier time than another; false if one of the times is missing. */
    boolean isEarlier(int one, int other) {
        if (times[one] == null || times[other] == null) {
            return false;
        }
        return times[one].offset() != null && times[other].offset() != null
                ? instant(one).isBefore(instant(other))
                : local(one).isBefore(local(other));
    }

    /** Whether a row has no date. */
    boolean isMissing(int row) {
        return times[row] == null;
    }

    /**
     * Adds the times of day of another column to these days.
     *
     * @return the first row that has a day and no time of day; −1 if there is none
     */
    int join(TimesOfDay timesOfDay) {
        for (int row = 0; row < times.length; row++) {
            if (times[row] == null) {
                continue;
            }
            if (!text.readTime(timesOfDay.at(row))) {
                return row;
            }
            times[row] = time(times[row].epochDay());
            areZoned |= text.isZoned();
        }
        return -1;
    }
}
