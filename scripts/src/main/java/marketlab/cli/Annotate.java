package marketlab.cli;

import java.util.concurrent.Callable;
import marketlab.kit.ProgressBar;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "annotate",
        mixinStandardHelpOptions = true,
        description = {
            "Adds a summary of each dataset to its object's metadata in a bucket, where it has none: rows, columns,"
                    + " attributes. Then search and list --long read no dataset. Datasets that marketlab saves have it;"
                    + " those of Python and of older versions do not. The content stays as it is."
        },
        footer = {"", "Example: mlab annotate gs://lab/index/nifty"})
final class Annotate implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    DirectoryArgument where;

    @Option(names = "--again", description = "Also make the summaries again that are there.")
    boolean again;

    @Override
    public Integer call() {
        try (Storage opened = where.open()) {
            SkippedDatasets skipped =
                    new SkippedDatasets(opened, spec.commandLine().getErr());
            int added;
            try (ProgressBar bar = Terminal.bar("datasets", 0)) {
                added = opened.annotate(where.path(), where.match(), again, bar, skipped);
            }
            String failed = skipped.count() == 0 ? "" : ", " + skipped.count() + " skipped";
            spec.commandLine().getErr().println(added + " annotated" + failed);
            return skipped.count() == 0 ? 0 : 1;
        }
    }
}
