package marketlab.pickle;

import java.util.List;
import marketlab.pickle.Node.Items;

/**
 * A frame that was recognised in the tree, its values still in the file.
 *
 * @param rows the index
 * @param columns the labels
 * @param lanes one a column, in the labels' order
 * @param attributes of {@code df.attrs}; null if there are none
 */
record Decoded(
        Aside.Shape shape, Axis rows, Axis columns, List<Lane> lanes, Items attributes, boolean allowsDuplicateLabels) {

    /** One column: the {@code part}th of its source's. */
    record Lane(Source source, int part) {}
}
