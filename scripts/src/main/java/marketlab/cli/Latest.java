package marketlab.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "latest",
        mixinStandardHelpOptions = true,
        description = "Prints the full path of the newest dataset in a directory, by the timestamp in its name.",
        footer = {"", "Example: mlab latest index/nifty/gbm --match 'bullish'"})
final class Latest implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    DirectoryArgument where;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            converter = AsOf.class,
            description =
                    "Ignore datasets after this time: 2026-11-22T09:30:00Z, or 2026-11-22 for the end of that day in"
                            + " UTC.")
    Instant asOf = Instant.MAX;

    @Override
    public Integer call() {
        try (Storage opened = where.open()) {
            String path = opened.latest(where.path(), where.match(), asOf);
            spec.commandLine().getOut().println(opened.place(path));
            return 0;
        }
    }
}
