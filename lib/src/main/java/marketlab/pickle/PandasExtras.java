package marketlab.pickle;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import marketlab.dataset.Frame;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The details of a pandas frame that its table cannot hold. An unchanged column is written with its exact values. A
 * changed column is written with the values of the table, and keeps its kind if possible.
 *
 * @param shape what the file held
 * @param columns by the name of the column in the table
 * @param labels labels of the columns that are not in the index
 * @param rows the index, if it is a range; else null
 * @param attributes by their key
 * @param allowsDuplicateLabels the only flag of a frame
 * @param notes one line for each thing that was left out or is different in the table
 */
record PandasExtras(
        Shape shape,
        Map<String, Kept> columns,
        Labels labels,
        Axis.Range rows,
        Map<String, Attribute> attributes,
        boolean allowsDuplicateLabels,
        List<String> notes)
        implements Frame.Aside {

    /** For a dataset that was not read from a pickle. */
    static final PandasExtras NOTHING = new PandasExtras(Shape.FRAME, Map.of(), null, null, Map.of(), true, List.of());

    @Override
    public int rows(Table table) {
        return table.columnCount() == 0 && rows != null ? (int) rows.size() : table.rowCount();
    }

    @Override
    public ZoneId zone(String column) {
        Kept kept = columns.get(column);
        PandasType kind = kept != null && kept.kind() instanceof ArrowValues arrow
                ? arrow.plain()
                : kept == null ? null : kept.kind();
        return kind instanceof Datetimes moments && moments.zone() != null
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

    @Override
    public IntFunction<String> exactTexts(Column<?> column) {
        Kept kept = columns.get(column.name());
        return kept == null ? null : ExactTexts.of(kept, column);
    }

    @Override
    public List<String> labels(String column) {
        int place = labels == null ? -1 : labels.names().indexOf(column);
        return place < 0 || labels.levels().size() < 2
                ? List.of()
                : labels.levels().stream()
                        .map(level -> ColumnLabels.texts(level).get(place))
                        .toList();
    }

    @Override
    public Frame.Aside of(Map<String, String> names) {
        Map<String, Kept> kept = new HashMap<>();
        names.forEach((old, name) -> {
            if (columns.containsKey(old)) {
                kept.put(name, columns.get(old));
            }
        });
        return new PandasExtras(Shape.FRAME, kept, null, rows, attributes, allowsDuplicateLabels, notes);
    }

    /** The type of the object that a pickle of pandas or numpy holds. */
    enum Shape {
        FRAME,
        SERIES,
        ARRAY
    }

    /**
     * The details of one column.
     *
     * @param exact the exact values; null if the column and the kind hold everything
     * @param label the name of the column as a level of the index; null if it has no name
     * @param frequency frequency of a DatetimeIndex; else null
     */
    record Kept(PandasType kind, ColumnValues exact, Object label, PythonNode.Call frequency) {}

    /**
     * The labels of the columns.
     *
     * @param names the names in the table, to notice changes
     * @param levels of labels, outermost first; empty for a range
     * @param range null if there are levels
     * @param levelNames a scalar or null for each level, or for the range
     */
    record Labels(
            List<String> names,
            List<ColumnValues> levels,
            Axis.Range range,
            List<Object> levelNames,
            PythonNode.Call frequency) {

        Object name() {
            return levelNames.get(0);
        }
    }

    /** One attribute as it was read, and its value in Java. */
    record Attribute(Object java, Object key, Object value) {}
}
