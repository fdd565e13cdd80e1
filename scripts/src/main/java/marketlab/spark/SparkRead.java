package marketlab.spark;

import java.util.concurrent.Callable;
import marketlab.cli.DirectoryArgument;
import marketlab.dataset.Dataset;
import marketlab.dataset.TableText;
import marketlab.start.FastStart;
import marketlab.storage.Storage;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Runs an SQL query over the datasets of a directory, the table data, and prints the result.",
        footer = {
            "",
            "Columns: those of the datasets; name, market, model, params, seed, path; and their numeric model",
            "parameters, such as kappa. Only datasets that match --match are opened.",
            "Example: mlab spark read index/nifty/heston --match seed=7_ \\",
            "  --sql 'select kappa, min(Low) from data group by kappa order by kappa'"
        })
final class SparkRead implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    DirectoryArgument where;

    @Mixin
    ClusterOption cluster;

    @Option(names = "--sql", paramLabel = "SELECT", required = true, description = "The query, in Spark SQL.")
    String sql;

    @Override
    public Integer call() throws Exception {
        FastStart.loadTablesaw();
        SparkTable table;
        try (Storage storage = where.open()) {
            table = SparkTable.of(Stores.address(storage.root()), where.path(), where.match());
        }
        try (SparkSession spark =
                SparkSession.builder().config(cluster.watched()).getOrCreate()) {
            NoWorker.watch(spark.sparkContext());
            table.in(spark).createOrReplaceTempView(SparkTable.VIEW);
            Dataset answer = Answer.of(spark, sql);
            spec.commandLine().getOut().println(TableText.of(answer, 0));
        }
        return 0;
    }
}
