package marketlab.spark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import marketlab.start.FastStart;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.worker.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description =
                "Runs a worker of a cluster until it is stopped. Another worker then repeats its unfinished work.",
        footer = {
            "",
            "It needs the master's secret in MARKETLAB_SPARK_SECRET or in",
            "~/.marketlab/spark.secret.",
            "Example: mlab spark worker spark://127.0.0.1:7077 --cores 1 --memory 1g"
        })
final class SparkWorker implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "MASTER", description = "Address of the master: spark://HOST:PORT.")
    String master;

    @Option(names = "--cores", description = "Number of tasks at the same time. Default: all cores.")
    Integer cores;

    @Option(
            names = "--memory",
            defaultValue = "1g",
            description = "Memory for all its executors. Default: ${DEFAULT-VALUE}.")
    String memory;

    @Override
    public Integer call() throws IOException {
        String heap = ClusterOption.memory(memory);
        if (cores != null && cores < 1) {
            throw new IllegalArgumentException("cores must be > 0, got " + cores);
        }
        ClusterOption.requireAnswer(master, "the master is");
        ClusterSecret.given(master).settings().forEach(System::setProperty);
        Handshake.with(master, new SparkConf());
        Path home = Cluster.home(FastStart.classPath());
        System.setProperty("spark.worker.cleanup.enabled", "true");
        spec.commandLine().getErr().printf("the worker of %s runs; its logs are in %s%n", master, home.resolve("work"));
        spec.commandLine().getErr().flush();
        List<String> arguments =
                new ArrayList<>(List.of("--host", Cluster.host(), "--memory", heap, "--webui-port", "0"));
        if (cores != null) {
            arguments.addAll(List.of("--cores", cores.toString()));
        }
        arguments.add(master);
        Worker.main(arguments.toArray(String[]::new));
        return 0;
    }
}
