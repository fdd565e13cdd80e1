package marketlab.pickle;

import java.time.LocalTime;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Objects of datetime.time. A column holds milliseconds, so finer times are kept aside. */
record Times(Missing missing) implements Kind {

    @Override
    public String dtype() {
        return "object";
    }

    @Override
    public ColumnType columnType() {
        return ColumnType.LOCAL_TIME;
    }

    @Override
    public Vector of(Column<?> column) {
        return column instanceof TimeColumn times
                ? new Vector(this, column.size(), true, name -> column,
                        out -> out.objects(column.size(), i -> times.isMissing(i) ? missing : times.get(i)))
                : null;
    }

    /** The values read: times and {@link Missing}s, of one kind. */
    static Vector of(Object[] items, Missing missing, boolean uniform) {
        boolean lossless = uniform;
        for (Object item : items) {
            lossless &= !(item instanceof LocalTime time) || time.getNano() % 1_000_000 == 0;
        }
        return new Vector(new Times(missing), items.length, lossless, name -> {
            TimeColumn column = TimeColumn.create(name);
            for (Object item : items) {
                column.append(item instanceof LocalTime time ? time : null);
            }
            return column;
        }, out -> out.objects(items.length, i -> items[i]));
    }
}
