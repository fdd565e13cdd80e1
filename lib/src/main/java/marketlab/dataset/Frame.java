package marketlab.dataset;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntUnaryOperator;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What a pandas DataFrame knows beyond a table of columns. Immutable.
 *
 * @param index names of the table's columns that are the frame's index, outermost level first; empty for a plain
 *     {@code RangeIndex}
 * @param categories names of columns of text that become a {@code category}, where the codec has not kept what they were
 * @param aside what a codec keeps beside the table
 */
public record Frame(List<String> index, List<String> categories, Aside aside) {

    /**
     * What a codec read and a table cannot hold: nanoseconds, the zone, the order of categories. Only the codec that
     * made it can read it; it takes from it what still fits the table when that is written, and a changed column wins.
     */
    public interface Aside {

        /** Nothing. */
        Aside NOTHING = new Aside() {};

        /** How many rows a frame with this table has, of which a table without columns knows nothing. */
        default int rows(Table table) {
            return table.rowCount();
        }

        /** A column's labels by level, outermost first, where the columns have several levels; else none. */
        default List<String> labels(String column) {
            return List.of();
        }

        /** What is kept of these columns, by their new names; the labels of the columns are not. */
        default Aside of(Map<String, String> names) {
            return this;
        }

        /** Lines on what was left out, or is another thing in the table: for whoever reads the dataset. */
        default List<String> notes() {
            return List.of();
        }

        /** The zone that a column of instants is told in; UTC if none is known. */
        default ZoneId zone(String column) {
            return ZoneOffset.UTC;
        }

        /**
         * What each row of a column of times has beyond the millisecond that the column holds, 0 to 999,999 ns; 0 if nothing
         * is known, or the column was changed since it was read.
         */
        default IntUnaryOperator nanosBeyondMillisecond(Column<?> column) {
            return row -> 0;
        }
    }

    /** A frame with a plain {@code RangeIndex}. */
    public static final Frame PLAIN = new Frame(List.of());

    public Frame {
        index = List.copyOf(index);
        categories = List.copyOf(categories);
        Objects.requireNonNull(aside, "aside");
    }

    /** A frame with nothing kept aside. */
    public Frame(List<String> index) {
        this(index, Aside.NOTHING);
    }

    /** A frame as a codec read it. */
    public Frame(List<String> index, Aside aside) {
        this(index, List.of(), aside);
    }

    /** This frame with another index. */
    public Frame withIndex(List<String> index) {
        return new Frame(index, categories, aside);
    }

    /** This frame with other categories. */
    public Frame withCategories(List<String> categories) {
        return new Frame(index, categories, aside);
    }
}
