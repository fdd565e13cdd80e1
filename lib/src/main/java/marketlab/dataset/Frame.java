package marketlab.dataset;

import java.util.List;

/**
 * What a pandas DataFrame knows beyond a table of columns.
 *
 * @param index names of the table's columns that are the frame's index, outermost level first; empty for a plain
 *     {@code RangeIndex}
 */
public record Frame(List<String> index) {

    /** A frame with a plain {@code RangeIndex}. */
    public static final Frame PLAIN = new Frame(List.of());

    public Frame {
        index = List.copyOf(index);
    }
}
