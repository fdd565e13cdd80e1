package marketlab.pickle;

import java.util.List;
import java.util.Locale;
import marketlab.dataset.Metadata;
import marketlab.dataset.Plural;
import marketlab.dataset.SafeText;
import tech.tablesaw.api.ColumnType;

/**
 * Describes the content of a pickle without reading its numbers.
 *
 * @param rows the number of rows
 * @param index the labels of the rows: {@code RangeIndex 0 to 252} or {@code Timestamp: datetime64[ns]}
 * @param columns in order, those of the index first
 * @param metadata the frame's attributes
 * @param integrity whether the file can be checked
 * @param notes one line for each attribute that is left out, and for each column that a table shows as text
 */
public record Description(
        long rows, String index, List<Column> columns, Metadata metadata, Integrity integrity, List<String> notes) {

    /**
     * One column.
     *
     * @param name the name in the table
     * @param dtype as pandas prints it
     * @param type of the table's column
     */
    public record Column(String name, String dtype, ColumnType type) {}

    /** Whether a file can be checked against what was written. */
    public enum Integrity {
        /** The file has a checksum of marketlab for all its bytes. Reading the file verifies it. */
        SEALED,
        /** The file has no checksum, because another program wrote it. */
        NONE
    }

    /** The number of columns at each end that the text shows. */
    private static final int ENDS = 20;

    public Description {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /** A description of a file without a checksum, such as CSV. */
    public Description withoutChecksum() {
        return new Description(rows, index, columns, metadata, Integrity.NONE, notes);
    }

    /**
     * Rows, index, columns with their types, and attributes, in several lines. If there are very many columns, only the
     * first and the last are shown.
     */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("%s %s, index %s, %s a checksum%n"
                .formatted(
                        rows,
                        Plural.of(rows, "row"),
                        SafeText.escaped(index),
                        integrity == Integrity.SEALED ? "with" : "without"));
        boolean wide = columns.size() > 2 * ENDS;
        text.append(
                wide
                        ? String.format(Locale.ROOT, "%,d columns, the first and the last %d:%n", columns.size(), ENDS)
                        : "columns%n".formatted());
        for (int i = 0; i < columns.size(); i++) {
            if (wide && i == ENDS) {
                text.append("  …%n".formatted());
                i = columns.size() - ENDS;
            }
            Column column = columns.get(i);
            text.append("  %-16s %-20s %s%n"
                    .formatted(
                            SafeText.escaped(column.name()),
                            SafeText.escaped(column.dtype()),
                            column.type().name()));
        }
        text.append("attributes");
        metadata.attributes()
                .forEach((key, value) -> text.append(
                        "%n  %-16s %s".formatted(SafeText.escaped(key), SafeText.escaped(String.valueOf(value)))));
        return text.toString();
    }
}
