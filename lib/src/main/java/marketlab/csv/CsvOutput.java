package marketlab.csv;

import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/**
 * Writes a table in the format of RFC 4180, but with line feeds. A text is quoted if a reader would otherwise misread
 * it.
 */
final class CsvOutput {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

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
                output.cell(i, text(columns[i], row));
            }
            out.write('\n');
        }
    }

    /**
     * A cell. Dates and times of day are in ISO 8601, because Tablesaw writes the year 1 with one digit and leaves out
     * microseconds.
     */
    static String text(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return column.getUnformattedString(row);
        }
        if (column instanceof DateColumn days) {
            return days.get(row).toString();
        }
        if (column instanceof DateTimeColumn times) {
            return TIME.format(times.get(row));
        }
        return column instanceof TimeColumn times
                ? DateTimeFormatter.ISO_LOCAL_TIME.format(times.get(row))
                : column.getUnformattedString(row);
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
            // readers skip an empty line, so an empty cell that is alone is quoted
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
