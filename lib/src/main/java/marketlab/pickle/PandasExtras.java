package marketlab.pickle;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import marketlab.dataset.Frame;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What pandas knew of a frame that its table cannot hold. A column that still is what was read is written with its
 * exact values; a changed one wins, and keeps its kind where it can.
 *
 * @param shape what the file held
 * @param columns by name of the table's column
 * @param labels of the columns that are no index
 * @param rows the index if it is a range; else null
 * @param attributes by key
 * @param allowsDuplicateLabels the frame's one flag
 */
record PandasExtras(
        Shape shape,
        Map<String, Kept> columns,
        Labels labels,
        Axis.Range rows,
        Map<String, Attribute> attributes,
        boolean allowsDuplicateLabels)
        implements Frame.Aside {

    /** Of a dataset that no pickle was read for. */
    static final PandasExtras NOTHING = new PandasExtras(Shape.FRAME, Map.of(), null, null, Map.of(), true);

    @Override
    public int rows(Table table) {
        return table.columnCount() == 0 && rows != null ? (int) rows.size() : table.rowCount();
    }

    @Override
    public ZoneId zone(String column) {
        Kept kept = columns.get(column);
        return kept != null && kept.kind() instanceof Datetimes moments && moments.zone() != null
                ? moments.zone().id()
                : ZoneOffset.UTC;
    }

    @Override
    public IntUnaryOperator nanosBeyondMillisecond(Column<?> column) {
        Kept kept = columns.get(column.name());
        boolean isCounted = kept != null
                && kept.exact() != null
                && kept.exact().maker() instanceof Datetimes.Counted
                && kept.exact().made(column);
        return isCounted
                ? ((Datetimes.Counted) kept.exact().maker())::nanosBeyondMillisecond
                : Frame.Aside.super.nanosBeyondMillisecond(column);
    }

    /** What a pickle of pandas or numpy holds. */
    enum Shape {
        FRAME,
        SERIES,
        ARRAY
    }

    /**
     * One column's.
     *
     * @param exact the values if the column and the kind do not say all; else null
     * @param label what the column is called as a level of the index; null if it has no name
     * @param frequency of a DatetimeIndex; else null
     */
    record Kept(PandasType kind, ColumnValues exact, Object label, PythonNode.Call frequency) {}

    /**
     * The index of the columns.
     *
     * @param names the table's, to tell whether they are still those
     * @param values null for a range
     * @param range null for values
     */
    record Labels(List<String> names, ColumnValues values, Axis.Range range, Object name, PythonNode.Call frequency) {}

    /** One attribute as it was read, and what became of it in Java. */
    record Attribute(Object java, Object key, Object value) {}
}
