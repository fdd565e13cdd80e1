package marketlab.dataset;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Creates columns and tables from existing data. Tablesaw's own factories would copy the data, or compare all names.
 */
public final class Columns {

    private Columns() {}

    /** A column that uses this array directly; the caller must not use the array any more. */
    public static DoubleColumn of(String name, double[] values) {
        return new Wrapped(name, values);
    }

    /** A table of columns that must have equal lengths and different names. The time is linear in their number. */
    public static Table table(String name, List<? extends Column<?>> columns) {
        Table table = Table.create(name);
        table.columns().addAll(columns);
        return table;
    }

    /** The first numeric column with this name, in capital or small letters. */
    static Optional<NumericColumn<?>> numeric(Table table, String name) {
        for (Column<?> column : table.columns()) {
            if (column.name().equalsIgnoreCase(name) && column instanceof NumericColumn<?> numbers) {
                return Optional.of(numbers);
            }
        }
        return Optional.empty();
    }

    /** A table with each column of this one transformed. */
    public static Table each(Table table, Function<Column<?>, Column<?>> made) {
        return table(table.name(), table.columns().stream().map(made).toList());
    }

    /** A copy of the first and the last rows of a table, which must have enough rows. */
    public static Table ends(Table table, int first, int last) {
        return each(table, column -> ends(column, first, last));
    }

    /** Tablesaw rejects zero rows. */
    private static <T> Column<T> ends(Column<T> column, int first, int last) {
        Column<T> ends = first == 0 ? column.emptyCopy() : column.first(first);
        return last == 0 ? ends : ends.append(column.last(last));
    }

    /** A column with the rows of another column of the same type appended. */
    @SuppressWarnings("unchecked")
    public static <T> Column<T> joined(Column<T> upper, Column<?> lower) {
        return upper.append((Column<T>) lower);
    }

    private static final class Wrapped extends DoubleColumn {

        Wrapped(String name, double[] values) {
            super(name, DoubleArrayList.wrap(values));
        }
    }
}
