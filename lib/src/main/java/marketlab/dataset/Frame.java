package marketlab.dataset;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What a pandas DataFrame has beyond a table of columns. Immutable.
 *
 * @param index names of the table's columns that are the frame's index, outermost level first; empty for a plain
 * {@code RangeIndex}
 * @param categories names of text columns to write as {@code category}, unless the codec has kept their pandas type
 * @param aside additional data that a codec keeps beside the table
 */
public record Frame(List<String> index, List<String> categories, Aside aside) {

    /**
     * Data that a codec read but a table cannot hold: nanoseconds, the zone, the order of categories. Only the codec
     * that created it can read it. When the table is written, the codec uses the data that still fit; for a changed
     * column, the table is used.
     */
    public interface Aside {

        /** Nothing. */
        Aside NOTHING = new Aside() {};

        /** The number of rows of a frame with this table; a table without columns does not know it. */
        default int rows(Table table) {
            return table.rowCount();
        }

        /** A column's labels by level, outermost first, if the columns have several levels; else empty. */
        default List<String> labels(String column) {
            return List.of();
        }

        /** The data of these columns, by their new names, without the column labels. */
        default Aside of(Map<String, String> names) {
            return this;
        }

        /** Notes for the user, one line each, on what was left out or converted. */
        default List<String> notes() {
            return List.of();
        }

        /** The zone of a column of instants; UTC if none is known. */
        default ZoneId zone(String column) {
            return ZoneOffset.UTC;
        }

        /**
         * The nanoseconds beyond the millisecond, 0 to 999,999, for each row of a time column; 0 if they are unknown,
         * or if the column was changed after it was read.
         */
        default IntUnaryOperator nanosBeyondMillisecond(Column<?> column) {
            return row -> 0;
        }

        /**
         * The texts of values that a column holds only nearly, or without their unit: a duration, a Decimal. By row, null
         * where the column has the value; null if it has all of them, or was changed after it was read.
         */
        default IntFunction<String> exactTexts(Column<?> column) {
            return null;
        }
    }

    /** A frame with a plain {@code RangeIndex}. */
    public static final Frame PLAIN = new Frame(List.of());

    public Frame {
        index = List.copyOf(index);
        categories = List.copyOf(categories);
        Objects.requireNonNull(aside, "aside");
    }

    /** A frame without additional data. */
    public Frame(List<String> index) {
        this(index, Aside.NOTHING);
    }

    /** A frame with the additional data of a codec. */
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
