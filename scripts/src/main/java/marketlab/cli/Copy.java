package marketlab.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.concurrent.Callable;
import marketlab.config.ConfigManager;
import marketlab.kit.ProgressBar;
import marketlab.storage.DatasetAddress;
import marketlab.storage.Storage;
import marketlab.storage.StorageCopy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "copy",
        mixinStandardHelpOptions = true,
        description = "Copies datasets from one storage to another. Skips those that are already there and equal.",
        footer = {"", "Example: mlab copy local:data gs://lab/team --match bullish --since 2026-11-01"})
final class Copy implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "SRC", description = "Source: local:PATH or gs://BUCKET[/PREFIX].")
    String source;

    @Parameters(index = "1", paramLabel = "DST", description = "Destination: local:PATH or gs://BUCKET[/PREFIX].")
    String target;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Directory, the same in both storages. Default: the whole storage.")
    String directory;

    @Option(
            names = "--match",
            paramLabel = "REGEX",
            defaultValue = "",
            description = "Only file names in which this regular expression is found.")
    String match;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            converter = Since.class,
            description =
                    "Only datasets of this time or later: 2026-11-22T09:30:00Z, or 2026-11-22 for the start of that"
                            + " day in UTC.")
    Instant since = Instant.MIN;

    @Override
    public Integer call() {
        try (Storage from = open(source, "SRC");
                Storage to = open(target, "DST")) {
            PrintWriter err = spec.commandLine().getErr();
            StorageCopy.Result result;
            try (ProgressBar bar = Terminal.bar("datasets", 0)) {
                result = StorageCopy.copy(
                        from, to, DatasetAddress.inside(directory, from.root()).path(), match, since, bar);
            }
            result.copied().forEach(path -> spec.commandLine().getOut().println(to.place(path)));
            spec.commandLine().getOut().flush();
            result.failed().values().forEach(err::println);
            err.printf(
                    "%s copied, %s already there%s%n",
                    result.copied().size(),
                    result.skipped().size(),
                    result.failed().isEmpty()
                            ? ""
                            : ", %s failed".formatted(result.failed().size()));
            return result.failed().isEmpty() ? 0 : 1;
        }
    }

    private Storage open(String address, String parameter) {
        return StorageOption.open(
                ConfigManager.getConfig().withStorage(address, parameter),
                spec.commandLine().getErr());
    }
}
