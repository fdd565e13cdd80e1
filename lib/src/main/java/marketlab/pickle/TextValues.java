package marketlab.pickle;

import java.io.IOException;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * Text. A column marks a missing value by "". So if pandas has a "", or several marks of missing values, they are kept
 * aside.
 *
 * @param style the dtype in pandas
 * @param missing what is written for a missing value of the column
 */
record TextValues(Style style, MissingMark missing) implements PandasType {

    /** The dtypes that pandas has for text. */
    enum Style {
        /** The default of pandas: object before version 3, str since then. */
        NATURAL("str", null),
        OBJECT("object", null),
        /** The nullable dtype without a given storage. */
        STRING("string", "string"),
        STRING_PYTHON("string", "string[python]"),
        STRING_ARROW("string", "string[pyarrow]");

        private final String dtype;
        private final String spelled;

        Style(String dtype, String spelled) {
            this.dtype = dtype;
            this.spelled = spelled;
        }

        /** The nullable style of a dtype's text; null if it is not one. */
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

    /** Picks texts, and missing values with their own marks. */
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
