package marketlab.dataset;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.instant.InstantColumnFormatter;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/** A dataset as text for people: every column, the first and the last rows, numbers to eight digits, times in their zone. */
public final class TableText {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx", Locale.ROOT);
    private static final MathContext DIGITS = new MathContext(8);
    private static final int NO_GAP = -1;

    private TableText() {}

    /**
     * The table as text.
     *
     * @param rows how many rows to show at the most, half from the beginning and half from the end; 0 shows all
     * @throws IllegalArgumentException if rows is negative
     */
    public static String of(Dataset data, int rows) {
        return of(data, rows, Integer.MAX_VALUE);
    }

    /**
     * As {@link #of(Dataset, int)}; columns that do not fit this width follow below, those of the index before them again.
     *
     * @param width in characters; a table whose index and one more column are wider is as wide as these
     */
    public static String of(Dataset data, int rows, int width) {
        Table shown = shown(data, rows);
        int gap = shown.rowCount() < data.table().rowCount() ? (rows + 1) / 2 : NO_GAP;
        List<TextColumn> columns = shown.columns().stream().map(column -> TextColumn.of(column, gap)).toList();
        return blocks(columns, data.frame().index(), width).stream()
                .map(TextColumn::sideBySide)
                .collect(Collectors.joining("\n\n"));
    }

    /** The columns that are side by side. */
    private static List<List<TextColumn>> blocks(List<TextColumn> columns, List<String> names, int width) {
        if (width == Integer.MAX_VALUE || columns.isEmpty()) {
            return List.of(columns);
        }
        Map<Boolean, List<TextColumn>> byIndex =
                columns.stream().collect(Collectors.partitioningBy(column -> names.contains(column.name())));
        List<TextColumn> index = byIndex.get(true);
        int margin = index.stream().mapToInt(TextColumn::width).sum();
        List<List<TextColumn>> blocks = new ArrayList<>(List.of(new ArrayList<>(index)));
        int used = margin;
        for (TextColumn column : byIndex.get(false)) {
            List<TextColumn> block = blocks.get(blocks.size() - 1);
            if (used + column.width() > width && block.size() > index.size()) {
                block = new ArrayList<>(index);
                blocks.add(block);
                used = margin;
            }
            block.add(column);
            used += column.width();
        }
        return blocks;
    }

    /** A copy of the rows to show, the first half and the last, whose cells print for people; 0 rows for all. */
    static Table shown(Dataset data, int rows) {
        Table table = data.table();
        Table shown = checked(rows) == 0 || rows >= table.rowCount()
                ? Columns.each(table, Column::copy)
                : Columns.ends(table, (rows + 1) / 2, rows / 2);
        shown.columns().forEach(column -> format(column, data.frame().aside()));
        return shown;
    }

    private static int checked(int rows) {
        if (rows < 0) {
            throw new IllegalArgumentException("rows must be >= 0, got " + rows);
        }
        return rows;
    }

    private static void format(Column<?> column, Frame.Aside aside) {
        if (column instanceof NumericColumn<?> numbers) {
            numbers.setPrintFormatter(new Digits());
        } else if (column instanceof DateTimeColumn times && midnights(times)) {
            times.setPrintFormatter(DateTimeFormatter.ISO_LOCAL_DATE, "");
        } else if (column instanceof InstantColumn moments) {
            moments.setPrintFormatter(new InstantColumnFormatter(MOMENT, aside.zone(column.name()), ""));
        }
    }

    private static boolean midnights(DateTimeColumn times) {
        return times.asList().stream().allMatch(time -> time == null || time.toLocalTime().equals(LocalTime.MIDNIGHT));
    }

    /** Decimal numbers without binary noise; the exact ones are in the csv and json formats. */
    private static final class Digits extends NumberColumnFormatter {

        @Override
        public String format(double value) {
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                return Double.isNaN(value) ? "" : Double.toString(value);
            }
            BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
            boolean plain = rounded.precision() - rounded.scale() > -4;
            return plain ? rounded.toPlainString() : rounded.toString();
        }

        @Override
        public String format(float value) {
            return Float.isNaN(value) ? "" : format(Double.parseDouble(Float.toString(value)));
        }
    }
}
