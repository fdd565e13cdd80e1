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
 * attributes. Every version of pandas can run it.
 */
final class FrameWriter {

    private final OpcodeWriter out;
    private final Dataset dataset;
    private final Table table;
    private final PandasExtras aside;
    private final int rows;
    /** The place of the index in the memo; negative if it is not there. */
    private int indexPlace = -1;

    private final Function<Column<?>, ColumnValues> natural;
    private final WriteNotes notes = new WriteNotes();

    FrameWriter(OpcodeWriter out, Dataset dataset) {
        this(out, dataset, dataset.frame().aside().rows(dataset.table()), natural(dataset));
    }

    /**
     * @param rows the number of rows of the frame
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

    /**
     * Writes the frame.
     *
     * @return one line for each thing that is not written as it was read
     */
    List<String> write() throws IOException {
        for (String name : dataset.frame().index()) {
            if (!table.containsColumn(name)) {
                throw new IllegalArgumentException(
                        "the index is column '%s', which the table does not have; there are: %s"
                                .formatted(name, table.columnNames()));
            }
        }
        List<Column<?>> columns = new ArrayList<>(table.columns());
        columns.removeIf(column -> dataset.frame().index().contains(column.name()) || isSecond(column));
        if (aside.shape() == PandasExtras.Shape.SERIES && columns.size() == 1) {
            series(columns.get(0));
        } else {
            frame(columns);
        }
        return notes.lines();
    }

    private void frame(List<Column<?>> columns) throws IOException {
        List<String> names = columns.stream().map(Column::name).toList();
        PandasExtras.Labels labels = aside.labels() == null ? null : ChangedLabels.of(aside.labels(), names, notes);
        boolean labelled = labels != null;
        out.begin(PythonGlobal.DATA_FRAME);
        out.op(Opcode.EMPTY_DICT);
        out.op(Opcode.MARK);
        for (int i = 0; i < columns.size(); i++) {
            if (labelled) {
                out.integer(i);
            } else {
                out.text(pair(columns.get(i)) == null ? names.get(i) : label(names.get(i)));
            }
            ColumnValues values = values(columns.get(i));
            if (values.kind() instanceof ObjectItems) {
                guarded(values);
            } else {
                values.emitter().write(out);
            }
        }
        out.op(Opcode.SETITEMS);
        index();
        out.none();
        out.none();
        out.flag(false);
        out.call();
        state("dataframe", labels);
    }

    /**
     * Objects that pandas would convert. They are written as a Series of objects with the same index object as the
     * frame.
     */
    private void guarded(ColumnValues values) throws IOException {
        out.begin(PythonGlobal.SERIES);
        values.emitter().write(out);
        index();
        indexPlace = indexPlace < 0 ? out.memoize() : indexPlace;
        out.objectDtype();
        out.call();
    }

    private void series(Column<?> column) throws IOException {
        out.begin(PythonGlobal.SERIES);
        values(column).emitter().write(out);
        index();
        out.none();
        boolean labelled = aside.labels().names().equals(List.of(column.name()));
        new ValueWriter(out).write(labelled ? aside.labels().name() : column.name());
        out.call();
        state("series", null);
    }

    /** Whether a column is written as the imaginary part of another. */
    private boolean isSecond(Column<?> column) {
        return kind(column.name()) instanceof Complexes.Imaginary second
                && table.containsColumn(second.real())
                && pair(table.column(second.real())) != null;
    }

    /**
     * The complex numbers whose real part is this column; null if there are none, or if the column has another type
     * now.
     */
    private ColumnValues pair(Column<?> column) {
        return kind(column.name()) instanceof Complexes complexes && table.containsColumn(complexes.partner())
                ? complexes.of(column, table.column(complexes.partner()))
                : null;
    }

    private PandasType kind(String name) {
        return aside.columns().containsKey(name) ? aside.columns().get(name).kind() : null;
    }

    private String label(String name) {
        return String.valueOf(aside.columns().get(name).label());
    }

    private ColumnValues values(Column<?> column) {
        Kept kept = aside.columns().get(column.name());
        ColumnValues pair = pair(column);
        if (pair != null) {
            return pair;
        }
        if (kept == null) {
            return natural.apply(column);
        }
        if (kept.exact() != null && kept.exact().made(column)) {
            return kept.exact();
        }
        ColumnValues values =
                kept.exact() == null ? kept.kind().of(column) : ChangedColumn.of(kept.exact(), column, notes);
        values = values == null ? natural.apply(column) : values;
        String dtype = values.kind().dtype();
        if (column.type().equals(kept.kind().columnType())
                && !dtype.equals(kept.kind().dtype())) {
            notes.type(column.name(), kept.kind().dtype(), dtype);
        }
        return values;
    }

    private void index() throws IOException {
        if (indexPlace >= 0) {
            out.got(indexPlace);
            return;
        }
        List<String> index = dataset.frame().index();
        if (index.isEmpty()) {
            boolean kept = aside.rows() != null && aside.rows().size() == rows;
            if (!kept && aside.rows() != null && !aside.rows().isPlain()) {
                notes.rows(aside.rows(), rows);
            }
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

    private void state(String type, PandasExtras.Labels labels) throws IOException {
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
        if (labels != null) {
            out.text("columns");
            write(labels);
        }
        out.op(Opcode.SETITEMS);
        out.op(Opcode.BUILD);
    }

    private void write(PandasExtras.Labels labels) throws IOException {
        if (labels.range() != null) {
            IndexWriter.write(out, labels.range());
        } else if (labels.levels().size() > 1) {
            IndexWriter.write(out, labels.levels(), labels.levelNames());
        } else {
            IndexWriter.write(out, labels.levels().get(0), labels.name(), labels.frequency());
        }
    }

    /** An unchanged attribute is written as it was read. */
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
