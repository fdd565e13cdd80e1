package marketlab.pickle;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.StringJoiner;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** A table's cells as text that Python makes of a frame in the same way: see {@code cells.py}. */
final class Cellwise {

    private Cellwise() {}

    static String of(Table table) {
        StringJoiner lines = new StringJoiner("\n");
        for (Column<?> column : table.columns()) {
            StringJoiner cells = new StringJoiner(" ");
            for (int i = 0; i < column.size(); i++) {
                cells.add(column.isMissing(i) ? "-" : cell(column, i));
            }
            lines.add(column.name() + ": " + cells);
        }
        return lines.toString();
    }

    private static String cell(Column<?> column, int row) {
        if (column instanceof DoubleColumn || column instanceof FloatColumn) {
            return "%016x".formatted(Double.doubleToRawLongBits(((Number) column.get(row)).doubleValue()));
        }
        if (column instanceof StringColumn strings) {
            return "s" + HexFormat.of().formatHex(strings.get(row).getBytes(StandardCharsets.UTF_8));
        }
        if (column instanceof DateTimeColumn times) {
            return "" + times.get(row).toInstant(ZoneOffset.UTC).toEpochMilli();
        }
        if (column instanceof InstantColumn times) {
            return "" + times.get(row).toEpochMilli();
        }
        if (column instanceof DateColumn dates) {
            return "" + dates.get(row).toEpochDay();
        }
        return column instanceof TimeColumn times
                ? "" + times.get(row).toNanoOfDay() / 1_000_000
                : "" + column.get(row);
    }
}
