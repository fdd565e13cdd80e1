package marketlab.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import marketlab.storage.Storage;
import marketlab.storage.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "versions",
        mixinStandardHelpOptions = true,
        description =
                "Lists the newest datasets of a directory, newest first: time, size, data version, params and path.",
        footer = {"", "Example: mlab versions index/nifty/gbm --match bullish --limit 5"})
final class Versions implements Callable<Integer> {

    private static final String ROW = "%-20s %12s %-4s %-24s %s%n";

    @Spec
    CommandSpec spec;

    @Mixin
    DirectoryArgument where;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "Maximum number of datasets. Default: ${DEFAULT-VALUE}.")
    int limit;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Storage opened = where.open()) {
            out.printf(ROW, "saved (UTC)", "bytes", "data", "params", "path");
            for (Version version : opened.versions(where.path(), where.match(), limit)) {
                int data = version.name().dataVersion();
                out.printf(
                        ROW,
                        version.time(),
                        version.bytes(),
                        data == 0 ? "-" : "v" + data,
                        version.name().params(),
                        opened.place(version.path()));
            }
            out.flush();
            return 0;
        }
    }
}
