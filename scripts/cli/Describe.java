package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import marketlab.pickle.Description;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Tells a dataset's rows, index, columns, types and metadata without reading its numbers.",
        footer = {"", "Example: mlab describe index/nifty/gbm --latest"})
final class Describe implements Callable<Integer> {

    private static final String ATTRIBUTE = "  %-16s %s%n";

    @Spec
    CommandSpec spec;

    @Mixin
    Source source;

    @Override
    public Integer call() throws IOException {
        Source.Found<Description> found = source.describe();
        Description description = found.content();
        PrintWriter out = spec.commandLine().getOut();
        out.println(found.place());
        out.printf("%d rows, index %s, %s%n", description.rows(), description.index(), switch (description.integrity()) {
            case SEALED -> "with a checksum";
            case NONE -> "without a checksum";
        });
        out.println("columns");
        for (Description.Column column : description.columns()) {
            out.printf("  %-16s %-20s %s%n", column.name(), column.dtype(), column.type().name());
        }
        out.println("attributes");
        description.metadata().attributes().forEach((key, value) -> out.printf(ATTRIBUTE, key, value));
        out.flush();
        return 0;
    }
}
