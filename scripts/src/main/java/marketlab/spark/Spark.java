package marketlab.spark;

import marketlab.cli.Shell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The verb {@code mlab spark}. */
@Command(
        name = "spark",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        description = "Generates grids of datasets, and queries datasets by SQL, on Apache Spark: on this machine or a"
                + " cluster.",
        footer = {"", "Example: mlab spark generate --grid grid.json --master local[*]"},
        subcommands = {
            SparkGenerate.class,
            SparkRead.class,
            Shell.class,
            SparkKernel.class,
            SparkMaster.class,
            SparkWorker.class,
            SparkTimings.class
        })
public final class Spark implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "choose what to do: generate, read, shell, master or worker");
    }
}
