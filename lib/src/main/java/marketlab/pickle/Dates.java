package marketlab.pickle;

import java.time.LocalDate;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.columns.Column;

/** Objects of datetime.date. */
record Dates(Missing missing) implements Kind {

    @Override
    public String dtype() {
        return "object";
    }

    @Override
    public ColumnType columnType() {
        return ColumnType.LOCAL_DATE;
    }

    @Override
    public Vector of(Column<?> column) {
        return column instanceof DateColumn dates
                ? new Vector(this, column.size(), true, name -> column,
                        out -> out.objects(column.size(), i -> dates.isMissing(i) ? missing : dates.get(i)))
                : null;
    }

    /** The values read: dates and {@link Missing}s, of one kind. */
    static Vector of(Object[] items, Missing missing, boolean uniform) {
        return new Vector(new Dates(missing), items.length, uniform, name -> {
            DateColumn column = DateColumn.create(name);
            for (Object item : items) {
                column.append(item instanceof LocalDate date ? date : null);
            }
            return column;
        }, out -> out.objects(items.length, i -> items[i]));
    }
}
