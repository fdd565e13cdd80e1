package marketlab.dataset;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import marketlab.dataset.CsvFormat.DateOrder;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * One column's cells, and the type they have. A column takes the type that more than half of its cells have, and one that
 * is called like a price is of numbers; then a cell that is not of the type is an error with its line, never a silent change
 * of the whole column to text.
 */
final class CsvColumn {

    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", "None", "-");
    private static final Set<String> PRICES = Set.of(
            "open",
            "high",
            "low",
            "close",
            "last",
            "price",
            "adjclose",
            "adj close",
            "adj_close",
            "volume",
            "bid",
            "ask",
            "settle");

    private final Path file;
    private final String name;
    private final List<String> cells;
    private final List<Long> lines;
    private final CsvNumbers numbers;
    private final CsvDates dates;

    /**
     * @param cells as {@link #cell} gives them
     * @param lines of the file that the cells stand on
     */
    CsvColumn(
            Path file,
            String name,
            List<String> cells,
            List<Long> lines,
            CsvNumbers numbers,
            Optional<DateOrder> order) {
        this.file = file;
        this.name = name;
        this.cells = cells;
        this.lines = lines;
        this.numbers = numbers;
        this.dates = CsvDates.of(present(cells), order);
    }

    /** The text of a cell without blanks around it; null if it stands for nothing. */
    static String cell(String text) {
        String trimmed = text == null ? "" : text.trim();
        return MISSING.contains(trimmed) ? null : trimmed;
    }

    /** The cells that have something in them. */
    static List<String> present(List<String> cells) {
        return cells.stream().filter(Objects::nonNull).toList();
    }

    String name() {
        return name;
    }

    boolean isDates() {
        return most(dates::parse);
    }

    /** Whether the cells are dates, but nothing says whether the day or the month comes first. */
    boolean isUndecided() {
        return most(cell -> Optional.of(cell).filter(dates::isUndecided));
    }

    /** The order of its dates such as 31/01/2000; empty if there are none, or it is not known. */
    Optional<DateOrder> dateOrder() {
        return dates.order();
    }

    boolean isMoments() {
        return most(dates::moment);
    }

    boolean isTimesOfDay() {
        return most(CsvDates::time);
    }

    /** Whether the cells are dates without a time of day. */
    boolean isDays() {
        return most(cell -> dates.parse(cell).filter(time -> time.toLocalTime().equals(LocalTime.MIDNIGHT)));
    }

    /** The first cell that has something in it; empty if none has. */
    String sample() {
        return cells.stream().filter(Objects::nonNull).findFirst().orElse("");
    }

    /** @throws CsvException if most cells have a type that one has not */
    Column<?> typed() throws CsvException {
        if (cells.stream().allMatch(cell -> cell == null)) {
            return doubles();
        }
        if (isDates()) {
            return dates();
        }
        if (isMoments()) {
            return moments();
        }
        if (PRICES.contains(name.toLowerCase(Locale.ROOT)) || most(numbers::parse)) {
            boolean whole = cells.stream().allMatch(cell -> cell != null && numbers.isWhole(cell));
            return whole ? longs() : doubles();
        }
        return most(CsvColumn::bool) ? booleans() : StringColumn.create(name, cells.toArray(new String[0]));
    }

    DateTimeColumn dates() throws CsvException {
        DateTimeColumn column = DateTimeColumn.create(name);
        for (int row = 0; row < cells.size(); row++) {
            LocalDateTime time = parsed(row, dates::parse, "a date like 2000-01-31");
            column.append(time);
        }
        return column;
    }

    /** These dates at the times of day of another column. */
    DateTimeColumn dates(CsvColumn times) throws CsvException {
        DateTimeColumn column = DateTimeColumn.create(name);
        for (int row = 0; row < cells.size(); row++) {
            LocalDateTime date = parsed(row, dates::parse, "a date like 2000-01-31");
            LocalTime time = times.parsed(row, CsvDates::time, "a time of day like 09:15");
            column.append(date == null || time == null ? null : date.with(time));
        }
        return column;
    }

    InstantColumn moments() throws CsvException {
        InstantColumn column = InstantColumn.create(name);
        for (int row = 0; row < cells.size(); row++) {
            column.append(parsed(row, dates::moment, "a time like 2000-01-31 09:15:00+05:30"));
        }
        return column;
    }

    private DoubleColumn doubles() throws CsvException {
        double[] values = new double[cells.size()];
        for (int row = 0; row < values.length; row++) {
            Double value = parsed(row, numbers::parse, "a number");
            values[row] = value == null ? Double.NaN : value;
        }
        return DoubleColumn.create(name, values);
    }

    private LongColumn longs() {
        return LongColumn.create(name, cells.stream().mapToLong(numbers::whole).toArray());
    }

    private BooleanColumn booleans() throws CsvException {
        BooleanColumn column = BooleanColumn.create(name);
        for (int row = 0; row < cells.size(); row++) {
            column.append(parsed(row, CsvColumn::bool, "true or false"));
        }
        return column;
    }

    private <T> T parsed(int row, Function<String, Optional<T>> parser, String wanted) throws CsvException {
        String cell = cells.get(row);
        if (cell == null) {
            return null;
        }
        Optional<T> value = parser.apply(cell);
        if (value.isEmpty()) {
            throw new CsvException(
                    file,
                    lines.get(row),
                    "'%s' in column '%s' is not %s; correct or empty it".formatted(cell, name, wanted));
        }
        return value.get();
    }

    private <T> boolean most(Function<String, Optional<T>> parser) {
        int there = 0;
        int parsed = 0;
        for (String cell : cells) {
            if (cell != null) {
                there++;
                parsed += parser.apply(cell).isPresent() ? 1 : 0;
            }
        }
        return parsed * 2 > there;
    }

    private static Optional<Boolean> bool(String cell) {
        return switch (cell) {
            case "true", "True", "TRUE" -> Optional.of(true);
            case "false", "False", "FALSE" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
