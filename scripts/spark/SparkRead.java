package marketlab.spark;

import java.util.concurrent.Callable;
import marketlab.cli.FastStart;
import marketlab.cli.StorageOption;
import marketlab.config.Config;
import marketlab.dataset.Dataset;
import marketlab.dataset.TableText;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "Asks the datasets of a directory, as the table data, a question in SQL, and prints the answer.",
        footer = {
            "",
            "Columns: the datasets' own, and name, market, model, params, seed, path. Only what --match keeps is opened.",
            "Example: mlab spark read index/nifty/heston --match kappa=2 \\",
            "  --sql 'select seed, min(Low) from data group by seed order by seed'"
        })
final class SparkRead implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Mixin
    ClusterOption cluster;

    @Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = "", description = "Directory; else the whole storage.")
    String directory;

    @Option(names = "--match", paramLabel = "REGEX", description = "Only datasets whose file name has this in it.")
    String match = "";

    @Option(names = "--sql", paramLabel = "SELECT", required = true, description = "The question, in Spark's SQL.")
    String sql;

    @Override
    public Integer call() throws Exception {
        FastStart.loadTablesaw();
        Config config = storage.config();
        SparkTable table = SparkTable.of(Stores.address(config), directory, match);
        try (SparkSession spark = SparkSession.builder().config(cluster.conf(config)).getOrCreate()) {
            table.in(spark).createOrReplaceTempView("data");
            Dataset answer = Answer.of(spark, sql);
            spec.commandLine().getOut().println(TableText.of(answer, 0));
        }
        return 0;
    }
}
