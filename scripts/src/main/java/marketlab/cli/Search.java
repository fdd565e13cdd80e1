package marketlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import marketlab.dataset.MetadataQuery;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description =
                "Lists the datasets whose metadata match every term. Reads only the header of each file; in a bucket,"
                        + " only the listing.",
        footer = {
            "",
            "Terms: KEY=VALUE; instead of = also != < <= > >= and ~ (contains). Numbers and dates are compared by"
                    + " value.",
            "Example: mlab search 'model=gbm' 'vol>0.2' 'params~bullish'",
            "Example: mlab search 'valuation_date>=2026-01-01' 'valuation_date<2026-02-01'"
        })
final class Search implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Parameters(arity = "1..*", paramLabel = "TERM", description = "A condition on the metadata.")
    List<String> terms;

    @Override
    public Integer call() {
        MetadataQuery query = MetadataQuery.parse(String.join(" ", terms));
        try (Storage opened = storage.open()) {
            PrintWriter err = spec.commandLine().getErr();
            SkippedDatasets skipped = new SkippedDatasets(opened, err);
            List<String> found = opened.search(query, skipped);
            found.forEach(path -> spec.commandLine().getOut().println(opened.place(path)));
            spec.commandLine().getOut().flush();
            if (skipped.count() > 0) {
                err.println(found.size() + " found, " + skipped.count() + " skipped");
            }
            return found.isEmpty() || skipped.count() > 0 ? 1 : 0;
        }
    }
}
