package marketlab.pickle;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import marketlab.pickle.PythonNode.Items;

/**
 * A frame that was recognised in the tree. Its values are still in the file.
 *
 * @param rows the index
 * @param columns the labels
 * @param lanes one for each column, in the order of the labels
 * @param attributes the dict of {@code df.attrs}; null if there is none
 */
record Decoded(
        PandasExtras.Shape shape,
        Axis rows,
        Axis columns,
        List<Lane> lanes,
        Items attributes,
        boolean allowsDuplicateLabels) {

    /** The sources of all columns and of the index, without duplicates. */
    List<ColumnSource> sources() {
        Stream<ColumnSource> index = rows.levels().stream().map(Axis.Level::values);
        Map<ColumnSource, Boolean> known = new IdentityHashMap<>();
        return Stream.concat(index, lanes.stream().map(Lane::source))
                .filter(source -> known.put(source, true) == null)
                .toList();
    }

    /** One column: column number {@code part} of its source. */
    record Lane(ColumnSource source, int part) {}
}
