package marketlab.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.Frame;
import marketlab.dataset.Metadata;
import marketlab.pickle.Axis.Level;
import marketlab.pickle.Decoded.Lane;
import marketlab.pickle.PandasExtras.Attribute;
import marketlab.pickle.PandasExtras.Kept;
import tech.tablesaw.columns.Column;

/** Reads the values of a decoded frame into a table, and keeps aside what the table cannot hold. */
final class TableLoader {

    private final PickleInput in;
    private final String name;
    private final List<Column<?>> columns = new ArrayList<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private final ColumnLabels labels = new ColumnLabels();
    private final List<String> notes = new ArrayList<>();
    private final Part part;

    /** @param name the name of the table */
    TableLoader(PickleInput in, String name) {
        this(in, name, source -> source.reader().read(in));
    }

    private TableLoader(PickleInput in, String name, Part part) {
        this.in = in;
        this.name = name;
        this.part = part;
    }

    /** The table of this many rows from a row on. Only if all sources have numbers. */
    static TableLoader of(PickleInput in, String name, long from, int count) {
        return new TableLoader(in, name, source -> source.read(in, from, count));
    }

    /** Reads the wanted rows of a source. */
    private interface Part {
        ColumnValues[] of(ColumnSource source) throws IOException;
    }

    Dataset load(Decoded frame) throws IOException {
        if (frame.rows().size() > Integer.MAX_VALUE - 8) {
            throw new PickleException(0, frame.rows().size() + " rows are more than a column holds");
        }
        List<String> index = new ArrayList<>();
        List<Level> levels = frame.rows().levels();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            String usual = levels.size() == 1 ? "index" : "level_" + i;
            String name = labels.unique(level.name() == null ? usual : PythonText.ofKey(level.name()));
            add(name, index(level), level.name(), level.frequency());
            index.add(name);
        }
        PandasExtras.Labels names = columns(frame);
        Map<String, Attribute> attributes = new AttributeDecoder(in).decode(frame.attributes(), notes);
        Map<String, Object> metadata = new LinkedHashMap<>();
        attributes.forEach((key, attribute) -> metadata.put(key, attribute.java()));
        PandasExtras aside = new PandasExtras(
                frame.shape(),
                Collections.unmodifiableMap(kept),
                names,
                frame.rows().range(),
                attributes,
                frame.allowsDuplicateLabels(),
                List.copyOf(notes));
        return Dataset.of(Columns.table(name, columns))
                .with(Metadata.of(metadata))
                .with(new Frame(index, aside));
    }

    private PandasExtras.Labels columns(Decoded frame) throws IOException {
        Axis axis = frame.columns();
        List<String> texts = ColumnLabels.of(in, axis);
        Map<ColumnSource, ColumnValues[]> read = new IdentityHashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Lane lane = frame.lanes().get(i);
            if (!read.containsKey(lane.source())) {
                read.put(lane.source(), read(lane.source(), frame.lanes(), texts));
            }
            ColumnValues[] parts = read.get(lane.source());
            boolean pair = parts[lane.part()].kind() instanceof Complexes;
            String name = labels.unique(pair ? texts.get(i) + Complexes.REAL : texts.get(i));
            if (pair) {
                complex(name, labels.unique(texts.get(i) + Complexes.IMAGINARY), parts[lane.part()], texts.get(i));
            } else {
                add(name, parts[lane.part()], texts.get(i), null);
            }
            parts[lane.part()] = null;
            names.add(name);
        }
        if (axis.range() != null) {
            return new PandasExtras.Labels(
                    names,
                    List.of(),
                    axis.range(),
                    Collections.singletonList(axis.range().name()),
                    null);
        }
        List<ColumnValues> levels = new ArrayList<>();
        for (Level level : axis.levels()) {
            levels.add(level.values().read(in));
        }
        List<Object> levelNames = new ArrayList<>();
        axis.levels().forEach(level -> levelNames.add(level.name()));
        return new PandasExtras.Labels(
                names, levels, null, levelNames, axis.levels().get(0).frequency());
    }

    private ColumnValues index(Level level) throws IOException {
        try {
            return part.of(level.values())[0];
        } catch (PickleException e) {
            throw e.ofIndex();
        }
    }

    private ColumnValues[] read(ColumnSource source, List<Lane> lanes, List<String> texts) throws IOException {
        try {
            return part.of(source);
        } catch (PickleException e) {
            throw e.ofColumns(IntStream.range(0, texts.size())
                    .filter(i -> lanes.get(i).source() == source)
                    .mapToObj(texts::get)
                    .toList());
        }
    }

    private void complex(String real, String imaginary, ColumnValues values, String label) {
        Complexes kind = (Complexes) values.kind();
        columns.add(values.maker().column(real));
        columns.add(kind.imaginary().column(imaginary));
        kept.put(real, new Kept(kind.with(imaginary), null, label, null));
        Floats plain = new Floats(kind.bytes() / 2, false);
        kept.put(imaginary, new Kept(new Complexes.Imaginary(plain, real), null, imaginary, null));
    }

    private void add(String name, ColumnValues values, Object label, PythonNode.Call frequency) {
        columns.add(values.maker().column(name));
        noteOf(name, values.kind()).ifPresent(notes::add);
        ColumnValues exact = values.lossless() && frequency == null ? null : values;
        kept.put(name, new Kept(values.kind(), exact, label, frequency));
    }

    /** The note for a column whose values a table does not show exactly. */
    static Optional<String> noteOf(String name, PandasType kind) {
        PandasType plain = kind instanceof ArrowNumbers arrow ? arrow.plain() : kind;
        if (plain instanceof LargeIntegers) {
            return Optional.of(
                    "column '" + name + "' has whole numbers above 9223372036854775807, shown as the nearest doubles;"
                            + " values that you do not change are saved exactly");
        }
        if (kind instanceof ObjectItems items && items.shape() == ObjectItems.Shape.TEXT) {
            return Optional.of("column '" + name + "' has objects of several classes, shown as text;"
                    + " objects that you do not change are saved as they were");
        }
        return Optional.empty();
    }
}
