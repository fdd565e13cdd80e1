package marketlab.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import marketlab.csv.CsvFormat.DateOrder;

/** Finds the columns of a file that have dates, and the one with the time of each row. */
final class DateColumns {

    private static final String STRIKE = "strike";
    private static final String FIRST_NAMELESS = "column 1";
    /** A name that only Nasdaq uses. Dates of Nasdaq begin with the month. */
    private static final String NASDAQS_CLOSE = "Close/Last";

    private final String file;
    private final CsvCells cells;
    private final CsvFormat format;
    private final List<String> names;
    private final List<Integer> places;
    private final Map<String, CsvDates> dates = new HashMap<>();

    /**
     * Reads the dates of all columns. If one column shows the order of day and month, it holds for all columns.
     *
     * @param places the place in a row of each name
     */
    DateColumns(String file, CsvCells cells, CsvFormat format, List<String> names, List<Integer> places) {
        this.file = file;
        this.cells = cells;
        this.format = format;
        this.names = names;
        this.places = places;
        names.forEach(name -> dates.put(name, read(name, format.dateOrder())));
        Set<DateOrder> orders = new TreeSet<>();
        dates.values().forEach(found -> found.order().ifPresent(orders::add));
        if (orders.isEmpty() && names.contains(NASDAQS_CLOSE)) {
            orders.add(DateOrder.MDY);
        } else if (orders.isEmpty() && ColumnNames.areDayFirst(names)) {
            orders.add(DateOrder.DMY);
        }
        if (orders.size() == 1) {
            names.stream()
                    .filter(name -> dates.get(name).isUndecided())
                    .forEach(name -> dates.put(name, read(name, orders.stream().findFirst())));
        }
    }

    private CsvDates read(String name, Optional<DateOrder> order) {
        boolean isExpected = ColumnNames.isDated(name) || name.equals(FIRST_NAMELESS);
        return new CsvDates(cells, place(name), format, isExpected, false, order);
    }

    private int place(String name) {
        return places.get(names.indexOf(name));
    }

    CsvDates of(String name) {
        return dates.get(name);
    }

    /**
     * The column with the time of each row; empty if the table is of another kind, such as a chain of options.
     *
     * @throws CsvException if there is no such column and the table needs one
     */
    Optional<String> index() throws CsvException {
        List<String> byRank = names.stream()
                .filter(name -> ColumnNames.timeRank(name) >= 0)
                .sorted((one, other) -> ColumnNames.timeRank(one) - ColumnNames.timeRank(other))
                .toList();
        for (String name : byRank) {
            if (dates.get(name).areMost()) {
                return Optional.of(name);
            }
        }
        boolean isChain =
                names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(STRIKE));
        List<String> dated =
                names.stream().filter(name -> dates.get(name).areMost()).toList();
        for (String name : dated) {
            if (name.equals(names.get(0)) || !isChain && !ColumnNames.isOfContract(name)) {
                return Optional.of(name);
            }
        }
        for (String name : names) {
            refuseUndecided(name);
        }
        Optional<String> periods = isChain || !dated.isEmpty() ? Optional.empty() : periods();
        if (periods.isPresent()) {
            return periods;
        }
        if (isChain || !dated.isEmpty()) {
            return Optional.empty();
        }
        if (!byRank.isEmpty()) {
            throw noDates(byRank.get(0));
        }
        throw new CsvException(
                file,
                "no column has dates; name one 'date' with values like 2000-01-31 (there are: %s)"
                        .formatted(String.join(", ", names)));
    }

    /**
     * The column of years, quarters or months, if it is the only one. A month beside a year is not a date by itself.
     */
    private Optional<String> periods() {
        List<String> named = names.stream()
                .filter(name ->
                        name.equals(FIRST_NAMELESS) || ColumnNames.timeRank(name) >= 0 || ColumnNames.isPeriod(name))
                .toList();
        if (named.size() != 1) {
            return Optional.empty();
        }
        String name = named.get(0);
        CsvDates found = new CsvDates(cells, place(name), format, true, true, Optional.empty());
        if (!found.areMost()) {
            return Optional.empty();
        }
        dates.put(name, found);
        return Optional.of(name);
    }

    private CsvException noDates(String name) {
        int row = dates.get(name).firstOther();
        return row < 0
                ? new CsvException(file, "column '%s' is empty; a table of prices needs dates".formatted(name))
                : new CsvException(
                        file,
                        cells.line(row),
                        "'%s' in column '%s' is not a date; write 2000-01-31, or give its form, as --date-format %%d.%%m.%%Y"
                                .formatted(cells.at(row, place(name)), name));
    }

    private void refuseUndecided(String name) throws CsvException {
        int row = dates.get(name).firstUndecided();
        if (row >= 0) {
            String cell = cells.at(row, place(name));
            throw new CsvException(
                    file,
                    "'%s' in column '%s' may begin with the day or the month; add --date-order dmy or --date-order mdy%s"
                            .formatted(
                                    cell,
                                    name,
                                    cell.matches(".*\\d{4}.*") ? "" : ", or ymd if it begins with the year"));
        }
    }

    /** Counts the marks of missing dates in a column. */
    void tellMissing(String name, ReadAs notes) {
        for (int row = 0; row < cells.rows(); row++) {
            String cell = cells.at(row, place(name));
            if (dates.get(name).isMissing(row) && !cell.isEmpty()) {
                notes.addMissing(cell);
            }
        }
    }

    /** Whether each row has an earlier time than the row above it. */
    boolean isNewestFirst(String name) {
        for (int row = 1; row < cells.rows(); row++) {
            if (!dates.get(name).isEarlier(row, row - 1)) {
                return false;
            }
        }
        return cells.rows() > 1;
    }

    /**
     * Whether a column has only dates.
     *
     * @throws CsvException if the index has anything else, or if the order of day and month is not known
     */
    boolean areDates(String name, boolean isIndex) throws CsvException {
        CsvDates found = dates.get(name);
        if (!found.areMost()) {
            refuseUndecided(name);
            return false;
        }
        int other = firstOther(name);
        if (other < 0) {
            return true;
        }
        if (isIndex) {
            String problem = found.firstOther() >= 0
                    ? "is not a date like 2000-01-31; correct it, or remove the line"
                    : "differs from the others: some have an offset from UTC, and some have none; correct it";
            throw new CsvException(
                    file,
                    cells.line(other),
                    "'%s' in column '%s' %s".formatted(cells.at(other, place(name)), name, problem));
        }
        return false;
    }

    /** Why a column with mostly dates is not read as dates; empty if it is, or if it has few dates. */
    Optional<String> reason(String name) {
        int other = firstOther(name);
        return other < 0 || !dates.get(name).areMost()
                ? Optional.empty()
                : Optional.of("'%s' in line %s is not a date like the others"
                        .formatted(cells.at(other, place(name)), cells.line(other)));
    }

    /** The first row that does not fit a column of dates; −1 if there is none. */
    private int firstOther(String name) {
        CsvDates found = dates.get(name);
        return found.firstOther() >= 0 ? found.firstOther() : found.firstOtherZone();
    }

    /** Adds notes on the order of the dates, and on the units of counted times. */
    void tell(ReadAs notes) {
        List<CsvDates> found =
                names.stream().map(dates::get).filter(CsvDates::areMost).toList();
        if (format.dateOrder().isEmpty()) {
            found.stream()
                    .flatMap(column -> column.order().stream())
                    .findFirst()
                    .ifPresent(order -> notes.add("dates " + order.text()));
        }
        found.stream()
                .flatMap(column -> column.period().stream())
                .forEach(period -> notes.add(period + " as their first day"));
        found.forEach(column -> column.zones().told().forEach(notes::add));
        Set<Epoch> epochs = new TreeSet<>();
        found.forEach(column -> epochs.addAll(column.epochs()));
        if (!epochs.isEmpty()) {
            notes.add("times in %s from 1970, UTC"
                    .formatted(epochs.stream().map(Epoch::toString).collect(Collectors.joining(" and "))));
        }
    }
}
