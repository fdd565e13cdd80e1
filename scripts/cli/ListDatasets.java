package marketlab.cli;

import java.util.concurrent.Callable;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the datasets in a directory and below it, by full path.",
        footer = {"", "Example: mlab list index/nifty --match bullish"})
final class ListDatasets implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = "", description = "Directory; the whole storage if not given.")
    String directory;

    @Option(names = "--match", paramLabel = "REGEX", defaultValue = "", description = "Only names that have this in them.")
    String match;

    @Override
    public Integer call() {
        try (Storage opened = storage.open()) {
            for (String path : opened.list(opened.pathOf(directory), match)) {
                spec.commandLine().getOut().println(opened.place(path));
            }
            return 0;
        }
    }
}
