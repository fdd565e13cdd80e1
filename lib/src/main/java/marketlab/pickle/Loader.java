package marketlab.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import marketlab.dataset.Columns;
import marketlab.dataset.Dataset;
import marketlab.dataset.Frame;
import marketlab.dataset.Metadata;
import marketlab.pickle.Aside.Attribute;
import marketlab.pickle.Aside.Kept;
import marketlab.pickle.Axis.Level;
import marketlab.pickle.Decoded.Lane;
import tech.tablesaw.columns.Column;

/** Reads the values of a decoded frame into a table, and keeps aside what that cannot hold. */
final class Loader {

    private final Input in;
    private final String name;
    private final List<Column<?>> columns = new ArrayList<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private final Labels labels = new Labels();
    private final Part part;

    /** @param name of the table */
    Loader(Input in, String name) {
        this(in, name, source -> source.reader().read(in));
    }

    private Loader(Input in, String name, Part part) {
        this.in = in;
        this.name = name;
        this.part = part;
    }

    /** Of so many rows from this one on, where all sources have numbers. */
    static Loader of(Input in, String name, long from, int count) {
        return new Loader(in, name, source -> source.read(in, from, count));
    }

    /** Reads those rows of a source that are wanted. */
    private interface Part {
        Vector[] of(Source source) throws IOException;
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
            String name = labels.unique(level.name() == null ? usual : String.valueOf(level.name()));
            add(name, index(level), level.name(), level.frequency());
            index.add(name);
        }
        Aside.Labels names = columns(frame);
        Map<String, Attribute> attributes = new AttributeDecoder(in).decode(frame.attributes());
        Map<String, Object> metadata = new LinkedHashMap<>();
        attributes.forEach((key, attribute) -> metadata.put(key, attribute.java()));
        Aside aside = new Aside(frame.shape(), Collections.unmodifiableMap(kept), names, frame.rows().range(), attributes,
                frame.allowsDuplicateLabels());
        return Dataset.of(Columns.table(name, columns)).with(Metadata.of(metadata)).with(new Frame(index, aside));
    }

    private Aside.Labels columns(Decoded frame) throws IOException {
        Axis axis = frame.columns();
        List<String> texts = Labels.of(in, axis);
        Map<Source, Vector[]> read = new IdentityHashMap<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Lane lane = frame.lanes().get(i);
            if (!read.containsKey(lane.source())) {
                read.put(lane.source(), read(lane.source(), frame.lanes(), texts));
            }
            Vector[] parts = read.get(lane.source());
            String name = labels.unique(texts.get(i));
            add(name, parts[lane.part()], texts.get(i), null);
            parts[lane.part()] = null;
            names.add(name);
        }
        Object name = axis.range() != null ? axis.range().name() : axis.levels().get(0).name();
        Vector values = axis.range() != null ? null : axis.values().read(in);
        Node.Call frequency = axis.range() != null ? null : axis.levels().get(0).frequency();
        return new Aside.Labels(names, values, axis.range(), name, frequency);
    }

    private Vector index(Level level) throws IOException {
        try {
            return part.of(level.values())[0];
        } catch (PickleException e) {
            throw e.of("index");
        }
    }

    private Vector[] read(Source source, List<Lane> lanes, List<String> texts) throws IOException {
        try {
            return part.of(source);
        } catch (PickleException e) {
            throw e.of("column " + Labels.few(IntStream.range(0, texts.size())
                    .filter(i -> lanes.get(i).source() == source).mapToObj(texts::get)));
        }
    }

    private void add(String name, Vector values, Object label, Node.Call frequency) {
        columns.add(values.maker().column(name));
        Vector exact = values.lossless() && frequency == null ? null : values;
        kept.put(name, new Kept(values.kind(), exact, label, frequency));
    }
}
