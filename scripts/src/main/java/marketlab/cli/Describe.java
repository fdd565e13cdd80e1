package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import marketlab.pickle.Description;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description =
                "Prints the row count, index, columns, types and metadata of a dataset, without loading its values, or"
                        + " of a CSV file.",
        footer = {"", "Example: mlab describe index/nifty/gbm --latest"})
final class Describe implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    DatasetArgument source;

    @Override
    public Integer call() throws IOException {
        DatasetArgument.Found<Description> found = source.describe();
        PrintWriter out = spec.commandLine().getOut();
        out.println(found.place());
        out.println(found.content());
        FrameOptions.tell(
                found.place(), found.content().notes(), spec.commandLine().getErr());
        return 0;
    }
}
