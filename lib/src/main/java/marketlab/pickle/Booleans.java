package marketlab.pickle;

import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/** bool and its nullable kind, boolean. */
record Booleans(boolean nullable) implements PandasType {

    @Override
    public String dtype() {
        return nullable ? "boolean" : "bool";
    }

    @Override
    public ColumnType columnType() {
        return ColumnType.BOOLEAN;
    }

    @Override
    public ColumnValues of(Column<?> column) {
        if (!(column instanceof BooleanColumn booleans)) {
            return null;
        }
        Booleans kind = new Booleans(nullable || booleans.countMissing() > 0);
        return kind.vector(
                column.size(),
                name -> column,
                (block, from, count) -> {
                    for (int i = from; i < from + count; i++) {
                        block.put((byte) (booleans.getByte(i) == 1 ? 1 : 0));
                    }
                },
                booleans::isMissing);
    }

    /** The values read. The mask of the nullable kind is 1 for NA. */
    ColumnValues of(Cells cells, byte[] mask) {
        byte[] values = ((Cells.Bytes8) cells).values();
        Mask missing = Mask.of(mask);
        return vector(
                values.length,
                name -> {
                    BooleanColumn column = BooleanColumn.create(name);
                    for (int i = 0; i < values.length; i++) {
                        if (missing.missing(i)) {
                            column.appendMissing();
                        } else {
                            column.append(values[i] != 0);
                        }
                    }
                    return column;
                },
                (block, from, count) -> block.put(values, from, count),
                missing);
    }

    private ColumnValues vector(int size, ColumnValues.Maker maker, BlockFiller values, Mask missing) {
        return new ColumnValues(this, size, true, maker, out -> {
            if (nullable) {
                out.begin(PythonGlobal.BOOLEAN_ARRAY);
            }
            out.array("|b1", 1, size, values);
            if (nullable) {
                missing.write(out, size);
                out.call();
            }
        });
    }
}
