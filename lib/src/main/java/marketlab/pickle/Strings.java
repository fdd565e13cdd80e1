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
        return new Vector(this, column.size(), true, name -> column, out -> {
            Texts read = strings.getDictionary() instanceof TextDictionary own ? own.texts() : null;
            boolean same = read != null && (read.missing() == null || read.missing() == missing);
            write(out, same ? read : TextEmitter.texts(strings, missing));
        });
    }

    /** The values read. */
    static Vector of(Style style, Texts texts) {
        Missing found = texts.missing();
        Missing usual = style == Style.OBJECT || style == Style.NATURAL ? Missing.NAN : Missing.NA;
        Strings kind = new Strings(style, found == null ? usual : found);
        return new Vector(kind, texts.size(), texts.plain(),
                name -> StringColumn.createInternal(name, new TextDictionary(texts)),
                out -> kind.write(out, texts), rows -> of(style, texts.pick(rows, kind.missing)));
    }

    private void write(OpcodeWriter out, Texts texts) throws IOException {
        if (style == Style.NATURAL) {
            TextEmitter.write(out, texts);
        } else if (style == Style.OBJECT) {
            out.begin(Name.INDEX);
            TextEmitter.write(out, texts);
            out.objectDtype();
            out.call();
        } else {
            out.begin(Name.ARRAY);
            TextEmitter.write(out, texts);
            out.text(style.spelled);
            out.call();
        }
    }
}
