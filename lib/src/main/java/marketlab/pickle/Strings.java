package marketlab.pickle;

import java.io.IOException;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * Text. A column's missing value is "", so a "" of pandas is kept aside, as is a column with missing values of several
 * kinds.
 *
 * @param style which of pandas' dtypes
 * @param missing what is written where the column has no value
 */
record Strings(Style style, Missing missing) implements Kind {

    /** The dtypes that pandas has for text. */
    enum Style {
        /** What each pandas makes of strings by itself: object before version 3, str since. */
        NATURAL("str", null),
        OBJECT("object", null),
        /** The nullable kind, where pandas names no storage. */
        STRING("string", "string"),
        STRING_PYTHON("string", "string[python]"),
        STRING_ARROW("string", "string[pyarrow]");

        private final String dtype;
        private final String spelled;

        Style(String dtype, String spelled) {
            this.dtype = dtype;
            this.spelled = spelled;
        }

        /** The nullable style of a spelling; null if it is none. */
        static Style of(String spelled) {
            for (Style style : values()) {
                if (spelled.equals(style.spelled)) {
                    return style;
                }
            }
            return null;
        }
    }

    @Override
    public String dtype() {
        return style.dtype;
    }

    @Override
    public ColumnType columnType() {
        return ColumnType.STRING;
    }

    @Override
    public Vector of(Column<?> column) {
        if (!(column instanceof StringColumn strings)) {
            return null;
        }
        return new Vector(this, column.size(), true, name -> column,
                out -> write(out, to -> StringEmitter.write(to, strings, missing)));
    }

    /** The values read: strings and {@link Missing}s. */
    static Vector of(Style style, Object[] items) {
        Missing missing = null;
        boolean lossless = true;
        for (Object item : items) {
            if (item instanceof Missing kind) {
                lossless &= missing == null || missing == kind;
                missing = kind;
            } else {
                lossless &= !((String) item).isEmpty();
            }
        }
        Missing usual = style == Style.OBJECT || style == Style.NATURAL ? Missing.NAN : Missing.NA;
        Strings kind = new Strings(style, missing == null ? usual : missing);
        return new Vector(kind, items.length, lossless, name -> column(name, items),
                out -> kind.write(out, to -> StringEmitter.write(to, items)), indexes -> {
                    Object[] picked = new Object[indexes.length];
                    for (int i = 0; i < picked.length; i++) {
                        picked[i] = indexes[i] < 0 ? kind.missing : items[indexes[i]];
                    }
                    return of(style, picked);
                });
    }

    private static Column<?> column(String name, Object[] items) {
        String[] strings = new String[items.length];
        for (int i = 0; i < items.length; i++) {
            strings[i] = items[i] instanceof String text ? text : "";
        }
        return StringColumn.create(name, strings);
    }

    private void write(OpcodeWriter out, Vector.Emitter items) throws IOException {
        if (style == Style.NATURAL) {
            items.write(out);
        } else if (style == Style.OBJECT) {
            out.begin(Name.INDEX);
            items.write(out);
            out.objectDtype();
            out.call();
        } else {
            out.begin(Name.ARRAY);
            items.write(out);
            out.text(style.spelled);
            out.call();
        }
    }
}
