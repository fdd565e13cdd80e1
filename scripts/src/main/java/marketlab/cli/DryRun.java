package marketlab.cli;

import java.time.Clock;
import java.util.stream.Collectors;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetName;
import marketlab.dataset.Plural;
import marketlab.dataset.SafeText;
import marketlab.dataset.TableText;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/** What would be saved: the first and last rows, the type of each column, and the dataset's name. */
final class DryRun {

    private static final int ROWS = 6;

    private DryRun() {}

    static String of(Dataset data) {
        return TableText.of(data, ROWS)
                + "\n"
                + data.table().columns().stream()
                        .map(column -> "%s: %s".formatted(SafeText.escaped(column.name()), type(data, column)))
                        .collect(Collectors.joining("\n"))
                + "\nwould be saved as "
                + DatasetName.of(data.metadata(), Clock.systemUTC()).path()
                + " (%s %s)"
                        .formatted(
                                data.table().rowCount(), Plural.of(data.table().rowCount(), "row"));
    }

    private static String type(Dataset data, Column<?> column) {
        ColumnType type = column.type();
        String name;
        if (type.equals(ColumnType.LOCAL_DATE_TIME)) {
            name = "time";
        } else if (type.equals(ColumnType.INSTANT)) {
            name = "time in zone " + data.frame().aside().zone(column.name());
        } else if (type.equals(ColumnType.STRING)) {
            name = "text";
        } else if (column instanceof BooleanColumn) {
            name = "true or false";
        } else if (type.equals(ColumnType.DOUBLE) || type.equals(ColumnType.FLOAT)) {
            name = "number";
        } else if (type.equals(ColumnType.LONG) || type.equals(ColumnType.INTEGER) || type.equals(ColumnType.SHORT)) {
            name = "whole number";
        } else {
            name = type.getPrinterFriendlyName();
        }
        int missing = column.countMissing();
        return name
                + (data.frame().index().contains(column.name()) ? ", the index" : "")
                + (missing > 0 ? ", %s missing".formatted(missing) : "");
    }
}
