package marketlab.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A dataset as a JSON array with one object a row: numbers, texts, ISO-8601 times; null where a value is missing. */
public final class JsonRows {

    private static final Separators COMPACT = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.NONE)
            .withObjectEmptySeparator("");

    private JsonRows() {}

    /**
     * Writes all rows; the writer stays open.
     *
     * @throws IOException if the writer fails
     */
    public static void write(Dataset data, Writer out) throws IOException {
        Table table = Columns.each(
                data.table(), column -> TimeTexts.of(column, data.frame().aside()));
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(lineByLine());
            json.writeStartArray();
            for (int row = 0; row < table.rowCount(); row++) {
                json.writeStartObject();
                for (Column<?> column : table.columns()) {
                    json.writeFieldName(column.name());
                    value(json, column, row);
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.write('\n');
    }

    private static PrettyPrinter lineByLine() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(COMPACT);
        printer.indentArraysWith(new DefaultIndenter("", "\n"));
        printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
        return printer;
    }

    private static void value(JsonGenerator json, Column<?> column, int row) throws IOException {
        Object value = column.isMissing(row) ? null : column.get(row);
        if (value == null || value instanceof Double number && number.isInfinite()) {
            json.writeNull();
        } else if (column instanceof NumericColumn || column instanceof BooleanColumn) {
            json.writeRawValue(value.toString());
        } else {
            json.writeString(value.toString());
        }
    }
}
