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
record TextValues(Style style, MissingMark missing) implements PandasType {

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
    public ColumnValues of(Column<?> column) {
        if (!(column instanceof StringColumn strings)) {
            return null;
        }
        return new ColumnValues(this, column.size(), true, name -> column, out -> {
            RepeatedTexts read = strings.getDictionary() instanceof TextDictionary own ? own.texts() : null;
            boolean same = read != null && (read.missing() == null || read.missing() == missing);
            write(out, same ? read : TextEmitter.texts(strings, missing));
        });
    }

    /** The values read. */
    static ColumnValues of(Style style, RepeatedTexts texts) {
        MissingMark found = texts.missing();
        MissingMark usual = style == Style.OBJECT || style == Style.NATURAL ? MissingMark.NAN : MissingMark.NA;
        TextValues kind = new TextValues(style, found == null ? usual : found);
        return new ColumnValues(
                kind,
                texts.size(),
                texts.plain(),
                name -> StringColumn.createInternal(name, new TextDictionary(texts)),
                out -> kind.write(out, texts),
                kind.new Picked(texts));
    }

    /** Picks texts, and missing values of their own kinds. */
    private final class Picked implements ColumnValues.Picker {

        private final RepeatedTexts texts;

        Picked(RepeatedTexts texts) {
            this.texts = texts;
        }

        @Override
        public ColumnValues pick(int[] rows, Column<?> others) {
            return of(style, RepeatedTexts.of(rows.length, i -> {
                if (rows[i] >= 0) {
                    return texts.get(rows[i]);
                }
                return others == null || others.isMissing(i) ? missing : others.get(i);
            }));
        }

        @Override
        public Object item(int row) {
            return texts.get(row);
        }
    }

    private void write(OpcodeWriter out, RepeatedTexts texts) throws IOException {
        if (style == Style.NATURAL) {
            TextEmitter.write(out, texts);
        } else if (style == Style.OBJECT) {
            out.begin(PythonGlobal.INDEX);
            TextEmitter.write(out, texts);
            out.objectDtype();
            out.call();
        } else {
            out.begin(PythonGlobal.ARRAY);
            TextEmitter.write(out, texts);
            out.text(style.spelled);
            out.call();
        }
    }
}
