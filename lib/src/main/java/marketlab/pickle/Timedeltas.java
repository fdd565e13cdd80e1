package marketlab.pickle;

import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.columns.Column;

/** timedelta64: counts of a unit. Tablesaw has no duration, so the counts are its column; NaT is its missing value. */
record Timedeltas(Datetimes.Unit unit) implements PandasType {

    @Override
    public String dtype() {
        return "timedelta64[" + unit + "]";
    }

    @Override
    public ColumnType columnType() {
        return ColumnType.LONG;
    }

    @Override
    public ColumnValues of(Column<?> column) {
        return column instanceof LongColumn longs ? vector(longs) : null;
    }

    /** The counts read. */
    ColumnValues of(long[] counts) {
        return vector(LongColumn.create("", counts));
    }

    private ColumnValues vector(LongColumn counts) {
        return new ColumnValues(
                this,
                counts.size(),
                true,
                name -> counts.copy().setName(name),
                out -> out.array("<m8[" + unit + "]", 8, counts.size(), (block, from, count) -> {
                    for (int i = from; i < from + count; i++) {
                        block.putLong(counts.getLong(i));
                    }
                }));
    }
}
