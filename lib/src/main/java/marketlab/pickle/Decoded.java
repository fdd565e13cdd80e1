package marketlab.pickle;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketlab.pickle.PythonNode.Items;

/**
 * A frame that was recognised in the tree, its values still in the file.
 *
 * @param rows the index
 * @param columns the labels
 * @param lanes one a column, in the labels' order
 * @param attributes of {@code df.attrs}; null if there are none
 */
record Decoded(
        PandasExtras.Shape shape,
        Axis rows,
        Axis columns,
        List<Lane> lanes,
        Items attributes,
        boolean allowsDuplicateLabels) {

    /** The sources of all columns and of the index, each once. */
    List<ColumnSource> sources() {
        Stream<ColumnSource> index = rows.levels().stream().map(Axis.Level::values);
        Map<ColumnSource, Boolean> known = new IdentityHashMap<>();
        return Stream.concat(index, lanes.stream().map(Lane::source))
                .filter(source -> known.put(source, true) == null)
                .toList();
    }

    /** One column: the {@code part}th of its source's. */
    record Lane(ColumnSource source, int part) {}
}
