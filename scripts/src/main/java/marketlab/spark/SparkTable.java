package marketlab.spark;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetName;
import marketlab.dataset.Metadata;
import marketlab.pickle.Description;
import marketlab.storage.Storage;
import marketlab.storage.StorageException;
import marketlab.storage.Summary;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.columns.Column;

/**
 * Datasets with the same columns as one Spark table. Each row also has the columns
 * {@code name market model params seed path} of its dataset, and the numeric parameters of its generator, such as
 * {@code kappa} and {@code spot}. A dataset's own column with such a name takes precedence.
 *
 * @param address of the storage
 * @param paths of the datasets
 * @param columns of the datasets, by name
 */
record SparkTable(String address, List<String> paths, List<String> columns, StructType schema) {

    /** The table's name in SQL. */
    static final String VIEW = "data";

    private static final int MOST_DATASETS_OF_A_TASK = 64;
    private static final Map<ColumnType, DataType> TYPES = Map.of(
            ColumnType.DOUBLE, DataTypes.DoubleType,
            ColumnType.FLOAT, DataTypes.FloatType,
            ColumnType.LONG, DataTypes.LongType,
            ColumnType.INTEGER, DataTypes.IntegerType,
            ColumnType.SHORT, DataTypes.ShortType,
            ColumnType.BOOLEAN, DataTypes.BooleanType,
            ColumnType.LOCAL_DATE, DataTypes.DateType,
            ColumnType.LOCAL_DATE_TIME, DataTypes.TimestampNTZType,
            ColumnType.INSTANT, DataTypes.TimestampType);
    private static final List<StructField> OF_THE_DATASET = List.of(
            field("name", DataTypes.StringType),
            field("market", DataTypes.StringType),
            field("model", DataTypes.StringType),
            field("params", DataTypes.StringType),
            field("seed", DataTypes.LongType),
            field("path", DataTypes.LongType));

    /**
     * The datasets in a directory and below it. Only the summary of the first of each folder is read
     * now, for its columns.
     *
     * @param directory path in the storage
     * @param match regular expression found somewhere in the file name
     * @throws StorageException if none matches; the message lists what there is
     */
    static SparkTable of(String address, String directory, String match) {
        Storage storage = Stores.at(address);
        List<String> paths = withoutLists(storage.list(directory, match));
        List<Summary> firsts = firsts(paths).stream().map(storage::summary).toList();
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        List<StructField> fields = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (Description.Column column : firsts.get(0).columns()) {
            columns.add(column.name());
            fields.add(field(column.name(), TYPES.getOrDefault(column.type(), DataTypes.StringType)));
        }
        fields.addAll(OF_THE_DATASET);
        firsts.forEach(first -> first.metadata().modelParams().forEach((parameter, value) -> {
            if (value instanceof Number) {
                fields.add(field(parameter, DataTypes.DoubleType));
            }
        }));
        return new SparkTable(
                address,
                paths,
                columns,
                new StructType(
                        fields.stream().filter(field -> names.add(field.name())).toArray(StructField[]::new)));
    }

    /** Leaves out manifests of grids, unless there is nothing else. */
    private static List<String> withoutLists(List<String> paths) {
        List<String> datasets = paths.stream()
                .filter(path -> !path.startsWith(Manifest.DATA_TYPE + "/"))
                .toList();
        return datasets.isEmpty() ? paths : datasets;
    }

    /** The first path of each folder. */
    private static Collection<String> firsts(List<String> paths) {
        Map<String, String> firsts = new LinkedHashMap<>();
        paths.forEach(path -> firsts.putIfAbsent(path.substring(0, path.lastIndexOf('/') + 1), path));
        return firsts.values();
    }

    /** The table in a session; the files are opened when a query runs. */
    org.apache.spark.sql.Dataset<Row> in(SparkSession spark) {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        int least = (paths.size() + MOST_DATASETS_OF_A_TASK - 1) / MOST_DATASETS_OF_A_TASK;
        int tasks = Math.max(least, Math.min(paths.size(), 2 * context.defaultParallelism()));
        return spark.createDataFrame(
                context.parallelize(paths, tasks).flatMap(new Rows(address, columns, schema)), schema);
    }

    /** Reads a dataset's rows. */
    private record Rows(String address, List<String> columns, StructType schema)
            implements FlatMapFunction<String, Row> {

        private Rows {
            columns = new ArrayList<>(columns); // an ArrayList is Serializable
        }

        @Override
        public Iterator<Row> call(String path) {
            Storage storage = Stores.at(address);
            Dataset data = storage.load(path);
            if (!data.table().columnNames().equals(columns)) {
                throw new StorageException(
                        storage.place(path),
                        "has other columns than the first dataset of the table, %s instead of %s; select with a"
                                + " directory"
                                + " and --match".formatted(data.table().columnNames(), columns));
            }
            Object[] ofTheDataset = ofTheDataset(path, data.metadata());
            List<Column<?>> read = data.table().columns();
            TaskContext task = TaskContext.get();
            return IntStream.range(0, data.table().rowCount())
                    .mapToObj(row -> row(task, read, ofTheDataset, row))
                    .iterator();
        }

        /** A row; ends the task if the query was interrupted, which Spark itself checks only between datasets. */
        private Row row(TaskContext task, List<Column<?>> read, Object[] ofTheDataset, int row) {
            if (task.isInterrupted()) {
                throw new TaskKilledException();
            }
            Object[] values = new Object[schema.size()];
            for (int i = 0; i < read.size(); i++) {
                Column<?> column = read.get(i);
                values[i] = column.isMissing(row) ? null : plain(column.get(row));
            }
            System.arraycopy(ofTheDataset, 0, values, read.size(), ofTheDataset.length);
            return RowFactory.create(values);
        }

        private Object[] ofTheDataset(String path, Metadata metadata) {
            List<Object> values = new ArrayList<>();
            Map<String, Object> parameters = metadata.modelParams();
            for (int i = columns.size(); i < schema.size(); i++) {
                values.add(value(schema.apply(i).name(), path, metadata, parameters));
            }
            return values.toArray();
        }

        private static Object value(String column, String path, Metadata metadata, Map<String, Object> parameters) {
            OptionalLong seed = metadata.seed();
            return switch (column) {
                case "name" -> path;
                case "market" ->
                    DatasetName.parseEnd(path).map(DatasetName::marketType).orElse(null);
                case "model" ->
                    DatasetName.parseEnd(path).map(DatasetName::modelType).orElse(null);
                case "params" -> metadata.text(Metadata.PARAMS).orElse(null);
                case "seed" -> seed.isPresent() ? seed.getAsLong() : null;
                case "path" -> parameters.get(column) instanceof Number number ? number.longValue() : null;
                default -> parameters.get(column) instanceof Number number ? number.doubleValue() : null;
            };
        }

        private static Object plain(Object value) {
            return value instanceof Number
                            || value instanceof Boolean
                            || value instanceof LocalDate
                            || value instanceof LocalDateTime
                            || value instanceof java.time.Instant
                    ? value
                    : value.toString();
        }
    }

    private static StructField field(String name, DataType type) {
        return DataTypes.createStructField(name, type, true);
    }
}
