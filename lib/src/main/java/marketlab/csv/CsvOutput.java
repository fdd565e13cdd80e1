package marketlab.csv;

import java.io.IOException;
import java.io.Writer;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Writes a table as RFC 4180 has it, with line feeds. A text is quoted if a reader would else take it for something else. */
final class CsvOutput {

    private final Writer out;
    private final boolean isOneColumn;

    private CsvOutput(Writer out, boolean isOneColumn) {
        this.out = out;
        this.isOneColumn = isOneColumn;
    }

    static void write(Table table, Writer out) throws IOException {
        CsvOutput output = new CsvOutput(out, table.columnCount() == 1);
        Column<?>[] columns = table.columns().toArray(Column[]::new);
        for (int i = 0; i < columns.length; i++) {
            output.cell(i, columns[i].name());
        }
        out.write('\n');
        for (int row = 0; row < table.rowCount(); row++) {
            for (int i = 0; i < columns.length; i++) {
                output.cell(i, columns[i].getUnformattedString(row));
            }
            out.write('\n');
        }
    }

    private void cell(int column, String text) throws IOException {
        if (column > 0) {
            out.write(',');
        }
        if (isToBeQuoted(text)) {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(text);
        }
    }

    private boolean isToBeQuoted(String text) {
        if (text.isEmpty()) {
            // an empty line would be no row
            return isOneColumn;
        }
        if (isBlank(text.charAt(0)) || isBlank(text.charAt(text.length() - 1))) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0';
    }
}
