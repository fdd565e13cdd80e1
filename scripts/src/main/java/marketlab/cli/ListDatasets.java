package marketlab.cli;

import java.util.concurrent.Callable;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the full paths of the datasets in a directory and its subdirectories.",
        footer = {"", "Example: mlab list index/nifty --match bullish"})
final class ListDatasets implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    DirectoryArgument where;

    @Override
    public Integer call() {
        try (Storage opened = where.open()) {
            for (String path : opened.list(where.path(), where.match())) {
                spec.commandLine().getOut().println(opened.place(path));
            }
            return 0;
        }
    }
}
