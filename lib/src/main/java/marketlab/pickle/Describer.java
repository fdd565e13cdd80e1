package marketlab.pickle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import marketlab.dataset.Metadata;
import marketlab.pickle.Axis.Level;
import marketlab.pickle.Axis.Range;

/** Describes a decoded frame. */
final class Describer {

    private final PickleInput in;
    private final ColumnLabels names = new ColumnLabels();
    private final List<String> notes = new ArrayList<>();

    Describer(PickleInput in) {
        this.in = in;
    }

    Description describe(Decoded frame, boolean sealed) throws IOException {
        List<Description.Column> columns = new ArrayList<>();
        List<Level> levels = frame.rows().levels();
        for (int i = 0; i < levels.size(); i++) {
            String usual = levels.size() == 1 ? "index" : "level_" + i;
            Object name = levels.get(i).name();
            columns.add(column(
                    name == null ? usual : PythonText.ofKey(name),
                    levels.get(i).values().kind()));
        }
        String index = index(frame.rows(), columns);
        List<String> labels = ColumnLabels.of(in, frame.columns());
        for (int i = 0; i < labels.size(); i++) {
            Decoded.Lane lane = frame.lanes().get(i);
            columns.add(column(labels.get(i), lane.source().kinds().get(lane.part())));
        }
        Map<String, Object> metadata = new LinkedHashMap<>();
        new AttributeDecoder(in)
                .decode(frame.attributes(), notes)
                .forEach((key, value) -> metadata.put(key, value.java()));
        return new Description(
                frame.rows().size(),
                index,
                columns,
                Metadata.of(metadata),
                sealed ? Description.Integrity.SEALED : Description.Integrity.NONE,
                notes);
    }

    private Description.Column column(String name, PandasType kind) throws PickleException {
        String unique = names.unique(name);
        TableLoader.noteOf(unique, kind).ifPresent(notes::add);
        return new Description.Column(unique, kind.dtype(), kind.columnType());
    }

    private static String index(Axis rows, List<Description.Column> levels) {
        Range range = rows.range();
        if (range != null) {
            String step = range.step() == 1 ? "" : " by " + range.step();
            return "RangeIndex %s to %s%s".formatted(range.start(), range.stop(), step);
        }
        return String.join(
                ", ",
                levels.stream()
                        .map(level -> level.name() + ": " + level.dtype())
                        .toList());
    }
}
