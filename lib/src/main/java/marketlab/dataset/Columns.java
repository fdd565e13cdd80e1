package marketlab.dataset;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns and tables of what is there already, where Tablesaw's own factories would copy, or compare all names. */
public final class Columns {

    private Columns() {}

    /** A column over this array itself, which it owns from now on. */
    public static DoubleColumn of(String name, double[] values) {
        return new Wrapped(name, values);
    }

    /** A table of columns that are known to be of one length and of different names: the time grows with their number. */
    public static Table table(String name, List<? extends Column<?>> columns) {
        Table table = Table.create(name);
        table.columns().addAll(columns);
        return table;
    }

    private static final class Wrapped extends DoubleColumn {

        Wrapped(String name, double[] values) {
            super(name, DoubleArrayList.wrap(values));
        }
    }
}
