package marketlab.dataset;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.columns.Column;

/**
 * The shown part of a dataset: the index columns come first; of many columns or rows, the first and the last are shown,
 * with dots between them. All text is safe to show.
 *
 * @param columns all of the same length
 * @param gap the row before which rows are left out, -1 if all are shown
 */
record ShownTable(List<ShownColumn> columns, int gap) {

    static final String DOTS = "...";

    private static final int MOST_COLUMNS = 40;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);

    /**
     * A column as text.
     *
     * @param name of the column in the table
     * @param title the name, safe to show
     * @param isIndex whether it is in the frame's index
     * @param isNumber whether its cells are right-aligned
     */
    record ShownColumn(String name, String title, boolean isIndex, boolean isNumber, List<String> cells) {}

    /**
     * The part of a dataset to show.
     *
     * @param rows maximum number of rows, half from the start and half from the end; 0 for all
     * @throws IllegalArgumentException if rows is negative
     */
    static ShownTable of(Dataset data, int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows must be >= 0, got " + rows);
        }
        int count = data.table().rowCount();
        boolean all = rows == 0 || rows >= count;
        int head = all ? count : (rows + 1) / 2;
        int tail = all ? count : count - rows / 2;
        int[] shown = IntStream.concat(IntStream.range(0, head), IntStream.range(tail, count))
                .toArray();

        List<ShownColumn> columns = new ArrayList<>();
        for (String name : data.frame().index()) {
            columns.add(shown(data, name, shown));
        }
        List<String> others = others(data);
        boolean wide = isWide(data);
        for (int i = 0; i < others.size(); i++) {
            if (!wide || i < MOST_COLUMNS / 2 || i >= others.size() - MOST_COLUMNS / 2) {
                columns.add(shown(data, others.get(i), shown));
            } else if (i == MOST_COLUMNS / 2) {
                columns.add(new ShownColumn("", DOTS, false, false, Collections.nCopies(shown.length, DOTS)));
            }
        }
        return new ShownTable(columns, all ? -1 : head);
    }

    /** Whether there are more columns than are shown. */
    static boolean isWide(Dataset data) {
        return data.table().columnCount() - data.frame().index().size() > MOST_COLUMNS;
    }

    private static List<String> others(Dataset data) {
        return data.table().columnNames().stream()
                .filter(name -> !data.frame().index().contains(name))
                .toList();
    }

    private static ShownColumn shown(Dataset data, String name, int[] rows) {
        Column<?> held = data.table().column(name);
        Column<?> column =
                held instanceof DateTimeColumn ? TimeTexts.of(held, data.frame().aside()) : held;
        IntFunction<String> text = text(column, data.frame().aside(), rows);
        List<String> cells = Arrays.stream(rows)
                .mapToObj(row -> column.isMissing(row) ? "" : SafeText.escaped(text.apply(row)))
                .toList();
        boolean isIndex = data.frame().index().contains(name);
        return new ShownColumn(name, SafeText.escaped(name), isIndex, column instanceof NumericColumn, cells);
    }

    private static IntFunction<String> text(Column<?> column, Frame.Aside aside, int[] rows) {
        if (column instanceof DoubleColumn doubles) {
            Decimals decimals = new Decimals(
                    Arrays.stream(rows).mapToDouble(doubles::getDouble).toArray());
            return row -> decimals.text(doubles.getDouble(row));
        } else if (column instanceof FloatColumn floats) {
            Decimals decimals = new Decimals(
                    Arrays.stream(rows).mapToDouble(row -> decimal(floats, row)).toArray());
            return row -> decimals.text(decimal(floats, row));
        } else if (column instanceof DateTimeColumn times
                && Arrays.stream(rows).mapToObj(times::get).allMatch(ShownTable::isDay)) {
            return row -> times.get(row).toLocalDate().toString();
        } else if (column instanceof InstantColumn moments) {
            DateTimeFormatter format = MOMENT.withZone(aside.zone(column.name()));
            return row -> format.format(moments.get(row));
        }
        if (column instanceof LongColumn || column instanceof IntColumn || column instanceof ShortColumn) {
            return row -> String.valueOf(column.get(row)); // Tablesaw would use the digits of the user's locale
        }
        return column::getString;
    }

    /** The double with the same decimal text as this float: 0.1, not 0.10000000149011612. */
    private static double decimal(FloatColumn floats, int row) {
        return Double.parseDouble(Float.toString(floats.getFloat(row)));
    }

    private static boolean isDay(LocalDateTime time) {
        return time == null || time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }
}
