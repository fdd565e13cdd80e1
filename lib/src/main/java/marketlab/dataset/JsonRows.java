package marketlab.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Writes a dataset as a JSON array with one object for each row: numbers, texts, ISO-8601 times, and null for a missing
 * value.
 */
public final class JsonRows {

    private static final Separators COMPACT = Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.NONE)
            .withObjectEmptySeparator("");

    /** The number of columns that a note names. */
    private static final int MOST_NAMED = 10;

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

    /**
     * One line about infinite numbers, which are written as null because JSON does not have them; empty if there are
     * none.
     */
    public static List<String> notes(Dataset data) {
        List<String> columns = new ArrayList<>();
        long count = 0;
        for (Column<?> column : data.table().columns()) {
            long own = column instanceof NumericColumn<?> numbers
                    ? IntStream.range(0, numbers.size())
                            .filter(row -> Double.isInfinite(numbers.getDouble(row)))
                            .count()
                    : 0;
            count += own;
            if (own > 0 && columns.size() < MOST_NAMED) {
                columns.add("'" + column.name() + "'");
            }
        }
        return count == 0
                ? List.of()
                : List.of("%s infinite numbers are written as null, because JSON has none, in column %s"
                        .formatted(count, String.join(", ", columns)));
    }

    private static PrettyPrinter lineByLine() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(COMPACT);
        printer.indentArraysWith(new DefaultIndenter("", "\n"));
        printer.indentObjectsWith(DefaultPrettyPrinter.NopIndenter.instance);
        return printer;
    }

    private static void value(JsonGenerator json, Column<?> column, int row) throws IOException {
        Object value = column.isMissing(row) ? null : column.get(row);
        if (value == null || value instanceof Number number && Double.isInfinite(number.doubleValue())) {
            json.writeNull();
        } else if (column instanceof NumericColumn || column instanceof BooleanColumn) {
            json.writeRawValue(value.toString());
        } else {
            json.writeString(value instanceof LocalDateTime time ? TimeTexts.of(time) : value.toString());
        }
    }
}
