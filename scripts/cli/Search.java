package marketlab.cli;

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
        description = "Lists the datasets whose metadata meet every term, reading headers only.",
        footer = {
            "",
            "Terms: KEY=VALUE, also != < <= > >= and ~ for text found anywhere.",
            "Example: mlab search 'model=gbm' 'vol>0.2' 'params~bullish'"
        })
final class Search implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Parameters(arity = "1..*", paramLabel = "TERM", description = "What the metadata must meet.")
    List<String> terms;

    @Override
    public Integer call() {
        MetadataQuery query = MetadataQuery.parse(String.join(" ", terms));
        try (Storage opened = storage.open()) {
            List<String> found = opened.search(query, (path, reason) ->
                    spec.commandLine().getErr().printf("[%s] passed over: %s%n", opened.place(path), reason));
            found.forEach(path -> spec.commandLine().getOut().println(opened.place(path)));
            return found.isEmpty() ? 1 : 0;
        }
    }
}
