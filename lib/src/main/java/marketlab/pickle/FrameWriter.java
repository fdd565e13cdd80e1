package marketlab.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import marketlab.dataset.Dataset;
import marketlab.dataset.Frame;
import marketlab.pickle.PandasExtras.Attribute;
import marketlab.pickle.PandasExtras.Kept;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Writes a dataset as the call of {@code DataFrame(columns by name, index, None, None, False)} whose state sets the
 * attributes, which pandas of every version runs.
 */
final class FrameWriter {

    private final OpcodeWriter out;
    private final Dataset dataset;
    private final Table table;
    private final PandasExtras aside;
    private final int rows;
    private final Function<Column<?>, ColumnValues> natural;

    FrameWriter(OpcodeWriter out, Dataset dataset) {
        this(out, dataset, dataset.frame().aside().rows(dataset.table()), natural(dataset));
    }

    /**
     * @param rows of the frame
     * @param natural the values of a column that did not come from pandas
     */
    FrameWriter(OpcodeWriter out, Dataset dataset, int rows, Function<Column<?>, ColumnValues> natural) {
        this.rows = rows;
        this.natural = natural;
        this.out = out;
        this.dataset = dataset;
        this.table = dataset.table();
        this.aside = dataset.frame().aside() instanceof PandasExtras own ? own : PandasExtras.NOTHING;
    }

    private static Function<Column<?>, ColumnValues> natural(Dataset dataset) {
        List<String> categories = dataset.frame().categories();
        Frame.Aside aside = dataset.frame().aside();
        return column -> {
            if (categories.contains(column.name())) {
                return Categories.natural(column);
            }
            return column instanceof DateTimeColumn || column instanceof InstantColumn
                    ? Datetimes.natural(column, aside.zone(column.name()), aside.nanosBeyondMillisecond(column))
                    : PandasType.natural(column);
        };
    }

    void write() throws IOException {
        for (String name : dataset.frame().index()) {
            if (!table.containsColumn(name)) {
                throw new IllegalArgumentException(
                        "the index is column '%s', which the table does not have; there are: %s"
                                .formatted(name, table.columnNames()));
            }
        }
        List<Column<?>> columns = new ArrayList<>(table.columns());
        columns.removeIf(column -> dataset.frame().index().contains(column.name()));
        if (aside.shape() == PandasExtras.Shape.SERIES && columns.size() == 1) {
            series(columns.get(0));
        } else {
            frame(columns);
        }
    }

    private void frame(List<Column<?>> columns) throws IOException {
        List<String> names = columns.stream().map(Column::name).toList();
        boolean labelled = aside.labels() != null && aside.labels().names().equals(names);
        out.begin(PythonGlobal.DATA_FRAME);
        out.op(Opcode.EMPTY_DICT);
        out.op(Opcode.MARK);
        for (int i = 0; i < columns.size(); i++) {
            if (labelled) {
                out.integer(i);
            } else {
                out.text(names.get(i));
            }
            values(columns.get(i)).emitter().write(out);
        }
        out.op(Opcode.SETITEMS);
        index();
        out.none();
        out.none();
        out.flag(false);
        out.call();
        state("dataframe", labelled);
    }

    private void series(Column<?> column) throws IOException {
        out.begin(PythonGlobal.SERIES);
        values(column).emitter().write(out);
        index();
        out.none();
        boolean labelled = aside.labels().names().equals(List.of(column.name()));
        new ValueWriter(out).write(labelled ? aside.labels().name() : column.name());
        out.call();
        state("series", false);
    }

    private ColumnValues values(Column<?> column) {
        Kept kept = aside.columns().get(column.name());
        if (kept == null) {
            return natural.apply(column);
        }
        if (kept.exact() != null && kept.exact().made(column)) {
            return kept.exact();
        }
        ColumnValues values = kept.kind().of(column);
        return values == null ? natural.apply(column) : values;
    }

    private void index() throws IOException {
        List<String> index = dataset.frame().index();
        if (index.isEmpty()) {
            boolean kept = aside.rows() != null && aside.rows().size() == rows;
            IndexWriter.write(out, kept ? aside.rows() : Axis.Range.to(rows));
            return;
        }
        List<ColumnValues> levels = new ArrayList<>();
        List<Object> names = new ArrayList<>();
        for (String name : index) {
            Kept kept = aside.columns().get(name);
            levels.add(values(table.column(name)));
            names.add(kept == null ? name : kept.label());
        }
        if (index.size() > 1) {
            IndexWriter.write(out, levels, names);
            return;
        }
        Kept kept = aside.columns().get(index.get(0));
        boolean spaced = kept != null && levels.get(0) == kept.exact();
        IndexWriter.write(out, levels.get(0), names.get(0), spaced ? kept.frequency() : null);
    }

    private void state(String type, boolean labelled) throws IOException {
        out.op(Opcode.EMPTY_DICT);
        out.op(Opcode.MARK);
        out.text("_typ");
        out.text(type);
        if (type.equals("dataframe")) {
            out.text("_metadata");
            out.op(Opcode.EMPTY_LIST);
        }
        out.text("attrs");
        attributes();
        out.text("_flags");
        new ValueWriter(out).write(Map.of("allows_duplicate_labels", aside.allowsDuplicateLabels()));
        if (labelled) {
            out.text("columns");
            labels(aside.labels());
        }
        out.op(Opcode.SETITEMS);
        out.op(Opcode.BUILD);
    }

    private void labels(PandasExtras.Labels labels) throws IOException {
        if (labels.range() != null) {
            IndexWriter.write(out, labels.range());
        } else {
            IndexWriter.write(out, labels.values(), labels.name(), labels.frequency());
        }
    }

    /** An attribute that is still what was read is written as it was read. */
    private void attributes() throws IOException {
        out.op(Opcode.EMPTY_DICT);
        out.op(Opcode.MARK);
        for (Map.Entry<String, Object> entry : dataset.metadata().attributes().entrySet()) {
            ValueWriter value = new ValueWriter(out);
            Attribute read = aside.attributes().get(entry.getKey());
            value.write(read == null ? entry.getKey() : read.key());
            try {
                value.write(read != null && same(read.java(), entry.getValue()) ? read.value() : entry.getValue());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("attribute '" + entry.getKey() + "': " + e.getMessage(), e);
            }
        }
        out.op(Opcode.SETITEMS);
    }

    private static boolean same(Object read, Object now) {
        return read == now || read != null && read.equals(now);
    }
}
