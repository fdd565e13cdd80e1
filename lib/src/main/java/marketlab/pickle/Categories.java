package marketlab.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/**
 * category: codes into a list of values. The column holds the values. The order of the categories, and categories
 * without a row, are kept aside.
 */
record Categories(ColumnValues values, boolean ordered) implements PandasType {

    private interface Codes {
        int at(int row);
    }

    @Override
    public String dtype() {
        return "category";
    }

    @Override
    public ColumnType columnType() {
        return values.kind().columnType();
    }

    /** The values of a column that did not come from pandas. */
    static ColumnValues natural(Column<?> column) {
        return new Categories(PandasType.natural(column.unique()), false).of(column);
    }

    /**
     * This many rows of the first value of a column. All their codes are 0, so the file is not written at their place.
     */
    static ColumnValues constant(Column<?> column, int rows) {
        ColumnValues value = PandasType.natural(column.first(1));
        return new ColumnValues(new Categories(value, false), rows, true, name -> column, out -> {
            out.begin(PythonGlobal.CATEGORICAL_FROM_CODES);
            out.zeros(rows);
            IndexWriter.write(out, value, null);
            out.flag(false);
            out.call();
        });
    }

    /** A changed column keeps its categories, and new values follow them. Ordered categories cannot get new values. */
    @Override
    public ColumnValues of(Column<?> column) {
        if (!column.type().equals(columnType())) {
            return null;
        }
        Map<Object, Integer> codes = new HashMap<>();
        Column<?> known = values.maker().column(column.name());
        for (int i = 0; i < known.size(); i++) {
            codes.putIfAbsent(known.get(i), i);
        }
        List<Integer> added = new ArrayList<>();
        int[] coded = new int[column.size()];
        for (int i = 0; i < coded.length; i++) {
            int fresh = codes.size();
            coded[i] = column.isMissing(i) ? -1 : codes.computeIfAbsent(column.get(i), value -> fresh);
            if (coded[i] >= known.size() + added.size()) {
                added.add(i);
            }
        }
        if (added.isEmpty()) {
            return of(coded, column.size(), name -> column);
        }
        if (ordered || codes.size() != known.size() + added.size()) {
            return null;
        }
        Column<?> grown = known.copy();
        for (int row : added) {
            grown.appendObj(column.get(row));
        }
        return new Categories(values.kind().of(grown), false).of(coded, column.size(), name -> column);
    }

    /** The codes read; −1 is missing. */
    ColumnValues of(int[] codes) {
        return of(codes, codes.length, name -> {
            Column<?> known = values.maker().column(name);
            Column<?> column = known.emptyCopy().setName(name);
            for (int code : codes) {
                if (code < 0) {
                    column.appendMissing();
                } else {
                    column.appendObj(known.get(code));
                }
            }
            return column;
        });
    }

    private ColumnValues of(int[] codes, int size, ColumnValues.Maker maker) {
        int bytes = values.size() <= 127 ? 1 : values.size() <= 32767 ? 2 : 4;
        return new ColumnValues(this, size, false, maker, out -> {
            out.begin(PythonGlobal.CATEGORICAL_FROM_CODES);
            out.array((bytes == 1 ? "|i" : "<i") + bytes, bytes, size, (block, from, count) -> {
                for (int i = from; i < from + count; i++) {
                    switch (bytes) {
                        case 1 -> block.put((byte) codes[i]);
                        case 2 -> block.putShort((short) codes[i]);
                        default -> block.putInt(codes[i]);
                    }
                }
            });
            IndexWriter.write(out, values, null);
            out.flag(ordered);
            out.call();
        });
    }
}
