package marketlab.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import marketlab.pickle.PandasExtras.Labels;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The labels of columns that were added, removed or moved after they were read. A new column of a frame with several
 * levels gets its name as the outermost label and "" below it, as {@code df['new'] = …} makes it in pandas.
 */
final class ChangedLabels {

    private final Labels read;
    private final List<String> names;
    /** For each present column, its place among the columns that were read; -1 for a new column. */
    private final int[] places;

    private ChangedLabels(Labels read, List<String> names) {
        this.read = read;
        this.names = names;
        Map<String, Integer> known = new HashMap<>();
        for (String name : read.names()) {
            known.put(name, known.size());
        }
        places = names.stream().mapToInt(name -> known.getOrDefault(name, -1)).toArray();
    }

    /**
     * The present labels; null if all labels become text.
     *
     * @param notes receives a line if labels of another type become text
     */
    static Labels of(Labels read, List<String> names, WriteNotes notes) {
        return read.names().equals(names) ? read : new ChangedLabels(read, names).changed(notes);
    }

    private Labels changed(WriteNotes notes) {
        boolean grown = IntStream.of(places).anyMatch(place -> place < 0);
        List<ColumnValues> levels = new ArrayList<>();
        for (ColumnValues level : read.range() == null ? read.levels() : List.of(numbers(read.range()))) {
            ColumnValues now = grown ? grown(level, levels.isEmpty()) : level.pick(places);
            if (now == null) {
                notes.labels(level.kind().dtype());
                return null;
            }
            levels.add(now);
        }
        return new Labels(names, levels, null, read.levelNames(), null);
    }

    /**
     * A level with labels for the new columns; null if pandas would convert one of the old labels when it is next to
     * text.
     */
    private ColumnValues grown(ColumnValues level, boolean outermost) {
        Object[] labels = new Object[names.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = places[i] < 0 ? (outermost ? names.get(i) : "") : label(level, places[i]);
            if (labels[i] == null) {
                return null;
            }
        }
        return level.kind() instanceof TextValues text
                ? TextValues.of(text.style(), RepeatedTexts.of(labels.length, i -> labels[i]))
                : ObjectItems.of(StringColumn.create("", names), labels);
    }

    /** A label as an object; null if pandas would convert it when it is next to text. */
    private static Object label(ColumnValues level, int place) {
        PandasType kind = level.kind();
        if (kind instanceof TextValues || kind instanceof ObjectItems) {
            return level.picker() == null ? null : level.picker().item(place);
        }
        boolean scalar = kind instanceof Integers
                || kind instanceof Floats
                || kind instanceof PythonObjects
                || kind instanceof Datetimes times && times.zone() == null;
        Column<?> shown = level.maker().column("");
        return scalar && !shown.isMissing(place) ? shown.get(place) : null;
    }

    private static ColumnValues numbers(Axis.Range range) {
        long[] numbers = LongStream.range(0, range.size())
                .map(i -> range.start() + i * range.step())
                .toArray();
        return new Integers(8, true, false).of(new Cells.Longs(numbers), null);
    }
}
