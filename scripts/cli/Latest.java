package marketlab.cli;

import java.time.Instant;
import java.util.concurrent.Callable;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "latest",
        mixinStandardHelpOptions = true,
        description = "Prints the full path of a directory's newest dataset, by the timestamp of its name.",
        footer = {"", "Example: mlab latest index/nifty/gbm --match 'bullish'"})
final class Latest implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = "", description = "Directory; the whole storage if not given.")
    String directory;

    @Option(names = "--match", paramLabel = "REGEX", defaultValue = "", description = "Only names that have this in them.")
    String match;

    @Option(
            names = "--as-of",
            paramLabel = "TIME",
            converter = AsOf.class,
            description = "The newest not after this: 2026-11-22T09:30:00Z, or 2026-11-22 for that whole day in UTC.")
    Instant asOf = Instant.MAX;

    @Override
    public Integer call() {
        try (Storage opened = storage.open()) {
            String path = opened.latest(opened.pathOf(directory), match, asOf);
            spec.commandLine().getOut().println(opened.place(path));
            return 0;
        }
    }
}
