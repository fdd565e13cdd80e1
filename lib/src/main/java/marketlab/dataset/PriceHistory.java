package marketlab.dataset;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The closes of one instrument, oldest first, as fits, statistics and chains along a history need them. {@link #notes}
 * states every assumption about the rows. Immutable.
 */
public final class PriceHistory {

    private static final String CLOSE = "Close";
    private static final int MOST_NAMED = 20;

    private final List<LocalDateTime> times;
    private final double[] closes;
    private final Spacing spacing;
    private final List<String> notes;
    private final Table table;
    /** The rows of the closes in the table, oldest first. */
    private final int[] rows;

    private PriceHistory(
            List<LocalDateTime> times, double[] closes, Spacing spacing, List<String> notes, Table table, int[] rows) {
        this.table = table;
        this.rows = rows;
        this.times = times;
        this.closes = closes;
        this.spacing = spacing;
        this.notes = notes;
    }

    /**
     * Every bar of a history, in order of time. Rows without a close are left out. Without a column of dates the rows
     * are taken as sessions in order.
     *
     * @throws IllegalArgumentException if there is no numeric column {@code Close}, a close is not above 0, a date is
     *     missing, two rows have the same time, or a column of text names several instruments
     */
    public static PriceHistory of(Dataset history) {
        Table table = history.table();
        NumericColumn<?> close = close(table);
        List<String> notes = new ArrayList<>();
        int[] rows = IntStream.range(0, close.size())
                .filter(row -> !Double.isNaN(close.getDouble(row)))
                .toArray();
        if (rows.length < close.size()) {
            notes.add(
                    "rows without a close are left out: %s of %s".formatted(close.size() - rows.length, close.size()));
        }
        for (int row : rows) {
            if (!(close.getDouble(row) > 0 && close.getDouble(row) < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Close of row %s must be > 0, got %s".formatted(row + 1, close.getDouble(row)));
            }
        }
        Optional<IntFunction<LocalDateTime>> time = times(history);
        if (time.isEmpty()) {
            notes.add("there is no column of dates: the rows are taken as sessions, oldest first");
            return new PriceHistory(List.of(), at(close, rows), Spacing.SESSIONS, notes, table, rows);
        }
        int[] sorted = sorted(table, rows, time.get(), notes);
        List<LocalDateTime> times = IntStream.of(sorted).mapToObj(time.get()).toList();
        Spacing spacing = Spacing.of(times);
        addTo(notes, spacing.note());
        return new PriceHistory(times, at(close, sorted), spacing, notes, table, sorted);
    }

    /**
     * This history with one row for each day, which has the day's last close. This history itself if no day has more
     * than one row.
     *
     * @throws IllegalArgumentException if the days are neither daily, weekly nor monthly
     */
    public PriceHistory daily() {
        if (spacing != Spacing.INTRADAY) {
            return this;
        }
        Map<LocalDate, Double> days = closesByDay();
        List<LocalDateTime> starts =
                days.keySet().stream().map(LocalDate::atStartOfDay).toList();
        List<String> notes = new ArrayList<>(this.notes);
        notes.add(String.format(
                Locale.ROOT,
                "the bars are shorter than a day: the last close of each of %,d days is used",
                days.size()));
        Spacing spacing = Spacing.of(starts);
        addTo(notes, spacing.note());
        return new PriceHistory(
                starts,
                days.values().stream().mapToDouble(Double::doubleValue).toArray(),
                spacing,
                notes,
                DayBars.of(table, rows, times),
                IntStream.range(0, starts.size()).toArray());
    }

    /**
     * Histories with one row for each day, reduced to the days that all of them have.
     *
     * @throws IllegalArgumentException if one has no column of dates
     */
    public static List<PriceHistory> onCommonDays(List<PriceHistory> histories) {
        Set<LocalDate> common = new HashSet<>(histories.get(0).closesByDay().keySet());
        histories.forEach(history -> common.retainAll(history.closesByDay().keySet()));
        return histories.stream().map(history -> history.on(common)).toList();
    }

    private PriceHistory on(Set<LocalDate> days) {
        int[] kept = IntStream.range(0, closes.length)
                .filter(i -> days.contains(times.get(i).toLocalDate()))
                .toArray();
        List<String> notes = new ArrayList<>(this.notes);
        if (kept.length < closes.length) {
            notes.add("days that another history does not have are left out: %s of %s"
                    .formatted(closes.length - kept.length, closes.length));
        }
        return new PriceHistory(
                IntStream.of(kept).mapToObj(times::get).toList(),
                IntStream.of(kept).mapToDouble(i -> closes[i]).toArray(),
                spacing,
                notes,
                table,
                IntStream.of(kept).map(i -> rows[i]).toArray());
    }

    /**
     * The last bar of each day that has ended at a time of the day. The key is the beginning of the bar, the value its
     * close.
     *
     * @param at null for the last bar of the day
     * @throws IllegalArgumentException if there is no column of dates; or a time is given, and the bars are not shorter
     *     than a day
     */
    public NavigableMap<LocalDateTime, Double> lastBars(LocalTime at) {
        if (times.size() < closes.length) {
            throw new IllegalArgumentException("a history needs a column of dates");
        }
        if (at != null && spacing != Spacing.INTRADAY) {
            throw new IllegalArgumentException(
                    "the rows are not shorter than a day: leave out the time " + at + ", or take bars of minutes");
        }
        Duration length = at == null ? Duration.ZERO : shortest();
        Map<LocalDate, Integer> last = new LinkedHashMap<>();
        for (int i = 0; i < closes.length; i++) {
            LocalDate day = times.get(i).toLocalDate();
            if (at == null || !times.get(i).plus(length).isAfter(day.atTime(at))) {
                last.put(day, i);
            }
        }
        NavigableMap<LocalDateTime, Double> bars = new TreeMap<>();
        last.values().forEach(i -> bars.put(times.get(i), closes[i]));
        return bars;
    }

    /** The shortest time between two bars. */
    private Duration shortest() {
        return IntStream.range(1, times.size())
                .mapToObj(i -> Duration.between(times.get(i - 1), times.get(i)))
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /**
     * The last close of every day, oldest first.
     *
     * @throws IllegalArgumentException if there is no column of dates
     */
    public Map<LocalDate, Double> closesByDay() {
        if (times.size() < closes.length) {
            throw new IllegalArgumentException("a history needs a column of dates");
        }
        Map<LocalDate, Double> days = new LinkedHashMap<>();
        for (int i = 0; i < closes.length; i++) {
            days.put(times.get(i).toLocalDate(), closes[i]);
        }
        return days;
    }

    /**
     * ln(close / previous close), one fewer than there are closes.
     *
     * @throws IllegalArgumentException if there are fewer returns than this, or all closes are equal
     */
    public double[] logReturns(int fewest) {
        if (closes.length <= fewest) {
            throw new IllegalArgumentException(
                    "at least %s closes are needed here, the history has %s".formatted(fewest + 1, closes.length));
        }
        double[] returns = IntStream.range(1, closes.length)
                .mapToDouble(i -> StrictMath.log(closes[i] / closes[i - 1]))
                .toArray();
        if (IntStream.range(0, returns.length).allMatch(i -> returns[i] == 0)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the close never changes: all %,d are %s; is it the price?",
                    closes.length,
                    closes[0]));
        }
        return returns;
    }

    /** A copy of the closes, oldest first. */
    public double[] closes() {
        return closes.clone();
    }

    /**
     * The numbers of another column in the rows of the closes. Empty if there is no such numeric column. Days of
     * shorter bars have only the columns of {@link DayBars}.
     */
    public Optional<double[]> values(String column) {
        return Columns.numeric(table, column).map(values -> at(values, rows));
    }

    /** The time between the rows. */
    public Spacing spacing() {
        return spacing;
    }

    /** The assumptions about the rows, one sentence each; empty for daily bars in order. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private static int[] sorted(Table table, int[] rows, IntFunction<LocalDateTime> time, List<String> notes) {
        for (int row : rows) {
            if (time.apply(row) == null) {
                throw new IllegalArgumentException(
                        "row %s has a close but no date; complete or remove it".formatted(row + 1));
            }
        }
        int[] sorted = IntStream.of(rows)
                .boxed()
                .sorted(Comparator.comparing(time::apply))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i = 1; i < sorted.length; i++) {
            if (time.apply(sorted[i]).equals(time.apply(sorted[i - 1]))) {
                throw new IllegalArgumentException(twice(table, sorted[i - 1], sorted[i], time.apply(sorted[i])));
            }
        }
        long backward = IntStream.range(1, rows.length)
                .filter(i -> sorted[i] < sorted[i - 1])
                .count();
        if (backward > 0) {
            notes.add((backward == rows.length - 1 ? "the rows are newest first" : "the rows are not in order of time")
                    + ": sorted oldest first");
        }
        return sorted;
    }

    private static String twice(Table table, int one, int other, LocalDateTime time) {
        String same = "rows %s and %s are both of %s".formatted(one + 1, other + 1, text(time));
        for (Column<?> column : table.columns()) {
            if (column instanceof StringColumn names && !names.get(one).equals(names.get(other))) {
                return "%s: column '%s' has several instruments (%s); keep one"
                        .formatted(
                                same,
                                column.name(),
                                String.join(", ", new TreeSet<>(List.of(names.get(one), names.get(other)))));
            }
        }
        return same + "; keep one instrument, and one row a time";
    }

    private static void addTo(List<String> notes, String note) {
        if (!note.isEmpty()) {
            notes.add(note);
        }
    }

    private static String text(LocalDateTime time) {
        LocalDate day = time.toLocalDate();
        return time.equals(day.atStartOfDay()) ? day.toString() : time.toString();
    }

    private static Optional<IntFunction<LocalDateTime>> times(Dataset history) {
        for (Column<?> column : history.table().columns()) {
            if (column instanceof DateTimeColumn times) {
                return Optional.of(times::get);
            }
            if (column instanceof DateColumn dates) {
                return Optional.of(
                        row -> dates.isMissing(row) ? null : dates.get(row).atStartOfDay());
            }
            if (column instanceof InstantColumn moments) {
                ZoneId zone = history.frame().aside().zone(column.name());
                return Optional.of(row -> moments.isMissing(row)
                        ? null
                        : moments.get(row).atZone(zone).toLocalDateTime());
            }
        }
        return Optional.empty();
    }

    private static NumericColumn<?> close(Table table) {
        Optional<NumericColumn<?>> close = Columns.numeric(table, CLOSE);
        if (close.isPresent()) {
            return close.get();
        }
        List<String> names = table.columnNames();
        String more = names.size() > MOST_NAMED ? " and " + (names.size() - MOST_NAMED) + " more" : "";
        throw new IllegalArgumentException("a history needs a numeric column 'Close'; there are: "
                + names.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + more);
    }

    private static double[] at(NumericColumn<?> column, int[] rows) {
        return IntStream.of(rows).mapToDouble(column::getDouble).toArray();
    }
}
