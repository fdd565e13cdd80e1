package marketlab.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import marketlab.dataset.Dataset;
import marketlab.storage.StorageException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The result of a Spark query as a dataset in this process: every row, in order. */
final class Answer {

    private static final Pattern TOO_LARGE = Pattern.compile("OutOfMemoryError|spark\\.driver\\.maxResultSize");

    private Answer() {}

    /**
     * Runs an SQL query.
     *
     * @throws IllegalArgumentException if it is not valid SQL, names a table or column that does not exist, or fails
     * @throws StorageException if a dataset cannot be read
     */
    static Dataset of(SparkSession spark, String sql) {
        return of(() -> spark.sql(sql));
    }

    /** Collects all rows; throws as {@link #of(SparkSession, String)}. */
    static Dataset of(Supplier<org.apache.spark.sql.Dataset<Row>> question) {
        try {
            org.apache.spark.sql.Dataset<Row> asked = question.get();
            return Dataset.of(table(asked.schema().fields(), asked.collectAsList()));
        } catch (Exception e) {
            StorageException storage = ExceptionUtils.throwableOfType(e, StorageException.class);
            if (storage != null) {
                throw storage;
            }
            if (TOO_LARGE.matcher(String.valueOf(e.getMessage())).find()) {
                throw new IllegalArgumentException(
                        "[sql] the result does not fit into memory; aggregate more, or add a limit", e);
            }
            if (e instanceof SparkThrowable told) {
                throw new IllegalArgumentException("[sql] " + problem(told, e.getMessage()), e);
            }
            throw e;
        }
    }

    private static String problem(SparkThrowable told, String message) {
        if ("TABLE_OR_VIEW_NOT_FOUND".equals(told.getCondition())) {
            return "no table %s; the table is named data, and at the prompt spark().table(\"DIR\") makes it"
                    .formatted(told.getMessageParameters().get("relationName"));
        }
        return message.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("invalid query")
                .replaceFirst(" SQLSTATE: .*", "");
    }

    private static Table table(StructField[] fields, List<Row> rows) {
        Table table = Table.create("answer");
        for (int i = 0; i < fields.length; i++) {
            Column<?> column = column(unused(table, fields[i].name()), fields[i].dataType());
            for (Row row : rows) {
                append(column, row, i);
            }
            table.addColumns(column);
        }
        return table;
    }

    /** Columns of a result may share a name, columns of a table may not. */
    private static String unused(Table table, String name) {
        String unused = name;
        for (int i = 2; table.containsColumn(unused); i++) {
            unused = name + " " + i;
        }
        return unused;
    }

    private static Column<?> column(String name, DataType type) {
        if (type.equals(DataTypes.DoubleType) || type.equals(DataTypes.FloatType) || type instanceof DecimalType) {
            return DoubleColumn.create(name);
        }
        if (List.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType, DataTypes.LongType)
                .contains(type)) {
            return LongColumn.create(name);
        }
        if (type.equals(DataTypes.DateType)) {
            return DateColumn.create(name);
        }
        if (type.equals(DataTypes.TimestampNTZType)) {
            return DateTimeColumn.create(name);
        }
        return type.equals(DataTypes.TimestampType) ? InstantColumn.create(name) : StringColumn.create(name);
    }

    private static void append(Column<?> column, Row row, int i) {
        if (row.isNullAt(i)) {
            column.appendMissing();
        } else if (column instanceof DoubleColumn numbers) {
            numbers.append(((Number) row.get(i)).doubleValue());
        } else if (column instanceof LongColumn numbers) {
            numbers.append(((Number) row.get(i)).longValue());
        } else if (column instanceof DateColumn days) {
            days.append((LocalDate) row.get(i));
        } else if (column instanceof DateTimeColumn times) {
            times.append((LocalDateTime) row.get(i));
        } else if (column instanceof InstantColumn moments) {
            moments.append((Instant) row.get(i));
        } else if (column instanceof StringColumn texts) {
            boolean isList = row.schema().apply(i).dataType() instanceof ArrayType;
            texts.append(isList ? list(row.getList(i)) : row.get(i).toString());
        }
    }

    private static String list(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
