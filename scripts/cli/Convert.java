package marketlab.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import marketlab.kit.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Converts a pandas pickle to CSV or a CSV to a pickle, outside of any storage; never over a file.",
        footer = {"", "Example: mlab convert prices.pkl prices.csv"})
final class Convert implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    CsvOptions csv;

    @Parameters(index = "0", paramLabel = "IN", description = "A .csv or .pkl file.")
    String in;

    @Parameters(index = "1", paramLabel = "OUT", description = "A .csv or .pkl file that is not there yet.")
    String out;

    @Override
    public Integer call() throws IOException {
        Lab.write(csv.read(in, spec.commandLine().getErr()), out);
        spec.commandLine().getOut().println(out);
        return 0;
    }
}
