package marketlab.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import marketlab.pickle.Axis.Level;
import marketlab.pickle.Axis.Range;
import marketlab.pickle.Decoded.Lane;
import marketlab.pickle.PythonNode.Call;
import marketlab.pickle.PythonNode.Items;

/** Recognises a DataFrame, a Series or a plain array, as pandas 1.1 to 3 and marketlab pickle them. */
final class FrameDecoder {

    /** The number of columns that every file may have, even a very small one. */
    private static final int COLUMNS = 1 << 16;

    /**
     * A file may have one more column for each of this many bytes. A column takes this much memory besides its values.
     */
    private static final int BYTES_A_COLUMN = 512;

    /** The bytes that sparse values may stand for in every file. */
    private static final int SPARSE_BYTES = 1 << 17;

    private final PickleInput in;

    FrameDecoder(PickleInput in) {
        this.in = in;
    }

    /** @throws PickleException also if the columns would fill the memory, or if many columns share the same values */
    Decoded decode(Object root) throws IOException {
        Decoded frame = recognised(root);
        long bytes = frame.sources().stream().mapToLong(ColumnSource::bytes).sum();
        boolean sparse = frame.sources().stream().anyMatch(ColumnSource::isSparse);
        if (bytes > in.length() + (sparse ? SPARSE_BYTES : 0)) {
            throw new PickleException(
                    0,
                    String.format(
                            Locale.ROOT,
                            "columns of %,d bytes in a file of %,d: several columns use the same bytes",
                            bytes,
                            in.length()));
        }
        return frame;
    }

    private Decoded recognised(Object root) throws IOException {
        if (root instanceof Call call) {
            switch (call.callee()) {
                case DATA_FRAME:
                    return call.arguments().length == 5 ? built(call) : managed(call, PandasExtras.Shape.FRAME);
                case SERIES:
                    return call.arguments().length == 4 ? builtSeries(call) : managed(call, PandasExtras.Shape.SERIES);
                default:
                    try {
                        NdArray array = NdArray.of(root);
                        if (array != null) {
                            return array(array);
                        }
                    } catch (PickleException e) {
                        throw e.ofArray();
                    }
            }
            throw new PickleException(call.offset(), other(call));
        }
        throw new PickleException(0, "this is neither a DataFrame, a Series nor an array");
    }

    /** Says what an object is that is not a frame, and what to do with it. */
    private static String other(Call call) {
        return switch (call.callee()) {
            case NEW_INDEX,
                    NEW_DATETIME_INDEX,
                    NEW_TIMEDELTA_INDEX,
                    NEW_INTERVAL_INDEX,
                    INDEX,
                    RANGE_INDEX,
                    DATETIME_INDEX,
                    MULTI_INDEX_FROM_ARRAYS,
                    INTERVAL_INDEX_FROM_ARRAYS ->
                "this is an index, not a DataFrame; in Python: "
                        + "pandas.read_pickle(FILE).to_frame().to_pickle('NEW.pkl')";
            case UNPICKLE_ARRAY_BACKED,
                    UNPICKLE_PERIOD_ARRAY,
                    UNPICKLE_INTERVAL_ARRAY,
                    CATEGORICAL,
                    CATEGORICAL_FROM_CODES,
                    DATETIME_ARRAY,
                    TIMEDELTA_ARRAY,
                    PERIOD_ARRAY,
                    INTERVAL_ARRAY,
                    INTEGER_ARRAY,
                    FLOATING_ARRAY,
                    BOOLEAN_ARRAY,
                    STRING_ARRAY,
                    STRING_ARRAY_NUMPY,
                    ARROW_STRING_ARRAY,
                    ARROW_STRING_ARRAY_NUMPY,
                    ARROW_EXTENSION_ARRAY,
                    SPARSE_ARRAY,
                    ARRAY ->
                "this is an array of pandas, not a DataFrame; in Python: "
                        + "pandas.Series(pandas.read_pickle(FILE)).to_pickle('NEW.pkl')";
            default -> "this is a single value, not a DataFrame";
        };
    }

    private static PickleException unlike(Call call) {
        return new PickleException(call.offset(), "a frame is not as pandas writes it");
    }

    private static Items state(Call call) throws PickleException {
        String type = call.callee() == PythonGlobal.SERIES ? "series" : "dataframe";
        if (call.state() instanceof Items state
                && state.kind() == Items.Kind.DICT
                && type.equals(state.value("_typ"))) {
            return state;
        }
        throw unlike(call);
    }

    private Decoded managed(Call call, PandasExtras.Shape shape) throws IOException {
        Items state = state(call);
        Object manager = state.value("_mgr") == null ? state.value("_data") : state.value("_mgr");
        if (!(manager instanceof Call m)) {
            throw unlike(call);
        }
        if (m.callee() == PythonGlobal.SINGLE_BLOCK_MANAGER && shape == PandasExtras.Shape.SERIES) {
            return series(m, state);
        }
        if (m.callee() != PythonGlobal.BLOCK_MANAGER || shape != PandasExtras.Shape.FRAME) {
            throw unlike(m);
        }
        Object blocks;
        Object axes;
        if (m.arguments().length == 2) {
            blocks = m.arguments()[0];
            axes = m.arguments()[1];
        } else {
            Items stored = stored(m);
            blocks = stored.value("blocks");
            axes = stored.value("axes");
        }
        if (!(blocks instanceof Items b) || !(axes instanceof Items a) || a.size() != 2) {
            throw unlike(m);
        }
        Axis columns = labels(a.get(0), m.offset());
        Axis rows = index(a.get(1), m.offset());
        return new Decoded(
                shape, rows, columns, lanes(m, b, columns, rows), attributes(state), allowsDuplicates(state));
    }

    /** The last of (axes, values, items, {'0.14.1': {axes, blocks}}), which has everything. */
    private static Items stored(Call manager) throws PickleException {
        if (manager.state() instanceof Items parts
                && parts.size() == 4
                && parts.kind() == Items.Kind.TUPLE
                && parts.get(3) instanceof Items versions
                && versions.value("0.14.1") instanceof Items stored) {
            return stored;
        }
        throw unlike(manager);
    }

    private Decoded series(Call manager, Items state) throws IOException {
        Items stored = stored(manager);
        if (!(stored.value("blocks") instanceof Items blocks)
                || blocks.size() != 1
                || !(blocks.get(0) instanceof Items block)
                || !block.has("mgr_locs")
                || !(stored.value("axes") instanceof Items axes)
                || axes.size() != 1) {
            throw unlike(manager);
        }
        if (!state.has("name") && !state.has("_name")) {
            throw unlike(manager);
        }
        Object name = state.value("name") == null ? state.value("_name") : state.value("name");
        return series(manager, axes.get(0), block.value("values"), name, state);
    }

    private Decoded series(Call call, Object index, Object values, Object name, Items state) throws PickleException {
        Axis rows = index(index, call.offset());
        ColumnSource source = ValuesDecoder.of(values, call.offset(), 0);
        if (!AxisDecoder.isName(name) || source.columns() != 1 || source.rows() != rows.size()) {
            throw unlike(call);
        }
        ColumnValues label = TextValues.of(
                TextValues.Style.NATURAL, RepeatedTexts.of(1, row -> name == null ? "" : PythonText.ofKey(name)));
        Axis columns = new Axis(null, List.of(new Level(name, ColumnSource.of(label.kind(), 1, in -> label), null)));
        return new Decoded(
                PandasExtras.Shape.SERIES,
                rows,
                columns,
                List.of(new Lane(source, 0)),
                attributes(state),
                allowsDuplicates(state));
    }

    private static Items attributes(Items state) throws PickleException {
        Object attributes = state.value("attrs");
        if (attributes == null) {
            return null;
        }
        if (attributes instanceof Items dict && dict.kind() == Items.Kind.DICT) {
            return dict;
        }
        throw new PickleException(state.offset(), "the attributes are not a dict");
    }

    private static boolean allowsDuplicates(Items state) throws PickleException {
        if (!state.has("_flags")) {
            return true;
        }
        if (state.value("_flags") instanceof Items flags
                && flags.kind() == Items.Kind.DICT
                && flags.size() == 2
                && flags.value("allows_duplicate_labels") instanceof Boolean allows) {
            return allows;
        }
        throw new PickleException(state.offset(), "the flags are not as pandas writes them");
    }

    private List<Lane> lanes(Call manager, Items blocks, Axis columns, Axis rows) throws IOException {
        Lane[] lanes = new Lane[checked(columns.size(), manager.offset())];
        if (blocks.size() > lanes.length + COLUMNS) {
            throw new PickleException(
                    manager.offset(), "%s blocks of %s columns".formatted(blocks.size(), lanes.length));
        }
        for (int i = 0; i < blocks.size(); i++) {
            Object values;
            Object placement;
            if (blocks.get(i) instanceof Call block
                    && block.callee() == PythonGlobal.UNPICKLE_BLOCK
                    && block.arguments().length == 3
                    && Long.valueOf(2).equals(block.arguments()[2])) {
                values = block.arguments()[0];
                placement = block.arguments()[1];
            } else if (blocks.get(i) instanceof Items block) {
                values = block.value("values");
                placement = block.value("mgr_locs");
            } else {
                throw unlike(manager);
            }
            place(
                    manager,
                    new Placement(in).of(placement, lanes.length, manager.offset()),
                    values,
                    columns,
                    rows,
                    lanes);
        }
        if (Arrays.asList(lanes).contains(null)) {
            throw new PickleException(manager.offset(), "a column has no values");
        }
        return List.of(lanes);
    }

    private int checked(long columns, long offset) throws PickleException {
        long most = COLUMNS + in.length() / BYTES_A_COLUMN;
        if (columns > most) {
            throw new PickleException(
                    offset,
                    String.format(
                            Locale.ROOT,
                            "%,d columns; a file of %,d bytes may have %,d: exchange rows and columns in pandas",
                            columns,
                            in.length(),
                            most));
        }
        return (int) columns;
    }

    private void place(Call manager, int[] places, Object values, Axis columns, Axis rows, Lane[] lanes)
            throws IOException {
        ColumnSource source;
        try {
            source = ValuesDecoder.of(values, manager.offset(), 0);
        } catch (PickleException e) {
            int place = e.part() < places.length ? places[e.part()] : -1;
            throw place < 0 ? e : e.ofColumn(ColumnLabels.of(in, columns).get(place));
        }
        if (source.columns() != places.length || source.rows() != rows.size()) {
            throw new PickleException(
                    manager.offset(),
                    "a block of %s columns and %s rows for %s columns of %s rows"
                            .formatted(source.columns(), source.rows(), places.length, rows.size()));
        }
        for (int part = 0; part < places.length; part++) {
            if (lanes[places[part]] != null) {
                throw new PickleException(manager.offset(), "a column has values in two blocks");
            }
            lanes[places[part]] = new Lane(source, part);
        }
    }

    private static Axis labels(Object node, long offset) throws PickleException {
        try {
            return AxisDecoder.of(node, offset);
        } catch (PickleException e) {
            throw e.ofLabels();
        }
    }

    private static Axis index(Object node, long offset) throws PickleException {
        try {
            return AxisDecoder.of(node, offset);
        } catch (PickleException e) {
            throw e.ofIndex();
        }
    }

    /** What marketlab writes: {@code DataFrame(columns by name, index, None, None, False)}. */
    private Decoded built(Call call) throws IOException {
        Items state = state(call);
        Object[] a = call.arguments();
        if (!(a[0] instanceof Items data) || data.kind() != Items.Kind.DICT) {
            throw unlike(call);
        }
        Axis rows = index(a[1], call.offset());
        List<Lane> lanes = new ArrayList<>();
        Object[] names = new Object[checked(data.size() / 2, call.offset())];
        for (int i = 0; i < data.size(); i += 2) {
            names[i / 2] = String.valueOf(data.get(i));
            ColumnSource source;
            try {
                source = ValuesDecoder.of(guarded(data.get(i + 1), a[1]), call.offset(), 0);
            } catch (PickleException e) {
                throw e.ofColumn(String.valueOf(names[i / 2]));
            }
            if (source.columns() != 1 || source.rows() != rows.size()) {
                throw new PickleException(
                        call.offset(),
                        "column '%s' has %s rows of %s".formatted(names[i / 2], source.rows(), rows.size()));
            }
            lanes.add(new Lane(source, 0));
        }
        ColumnValues labels =
                TextValues.of(TextValues.Style.NATURAL, RepeatedTexts.of(names.length, row -> names[row]));
        Axis columns = state.value("columns") == null
                ? new Axis(
                        null,
                        List.of(new Level(null, ColumnSource.of(labels.kind(), names.length, in -> labels), null)))
                : labels(state.value("columns"), call.offset());
        if (columns.size() != lanes.size()) {
            throw unlike(call);
        }
        return new Decoded(PandasExtras.Shape.FRAME, rows, columns, lanes, attributes(state), allowsDuplicates(state));
    }

    /** The values of {@code Series(values, index, object)}, which must have the index of the frame. */
    private static Object guarded(Object values, Object index) throws PickleException {
        if (!(values instanceof Call call) || call.callee() != PythonGlobal.SERIES) {
            return values;
        }
        Object[] a = call.arguments();
        boolean guarded = a.length == 3
                && a[1] == index
                && call.state() == null
                && Dtype.of(a[2], call.offset()).isObject();
        if (!guarded) {
            throw unlike(call);
        }
        return a[0];
    }

    /** What marketlab writes: {@code Series(values, index, None, name)}. */
    private Decoded builtSeries(Call call) throws PickleException {
        Object[] a = call.arguments();
        return series(call, a[1], a[0], a[3], state(call));
    }

    private Decoded array(NdArray array) throws PickleException {
        NdArray turned = array.turned();
        ColumnSource source = ValuesDecoder.of(turned);
        List<Lane> lanes = new ArrayList<>();
        for (int part = 0; part < checked(turned.columns(), array.offset()); part++) {
            lanes.add(new Lane(source, part));
        }
        return new Decoded(
                PandasExtras.Shape.ARRAY,
                new Axis(Range.to(turned.rows()), List.of()),
                new Axis(Range.to(turned.columns()), List.of()),
                lanes,
                null,
                true);
    }
}
