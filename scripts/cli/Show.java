package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import marketlab.dataset.Csv;
import marketlab.dataset.Dataset;
import marketlab.dataset.JsonRows;
import marketlab.dataset.TableText;
import marketlab.plot.Spark;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a dataset: its first and last rows as a table, or all of it as csv or json.",
        footer = {"", "Example: mlab show index/nifty/gbm --latest --rows 20"})
final class Show implements Callable<Integer> {

    enum Format {
        TABLE,
        CSV,
        JSON
    }

    private static final int USUAL_ROWS = 10;

    @Spec
    CommandSpec spec;

    @Mixin
    Source source;

    @Option(names = "--rows", paramLabel = "N", description = "Rows to show, 0 for all; a table shows 10 if not given.")
    Integer rows;

    @Option(names = "--format", defaultValue = "table", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    Format format;

    @Option(names = "--spark", description = "Draw a small chart in text instead.")
    boolean spark;

    @Override
    public Integer call() throws IOException {
        Source.Found<Dataset> found = source.load();
        Dataset data = found.content();
        PrintWriter out = spec.commandLine().getOut();
        if (spark) {
            out.println(Spark.of(data));
            return 0;
        }
        switch (format) {
            case TABLE -> {
                out.println(TableText.of(data, rows == null ? USUAL_ROWS : rows));
                spec.commandLine().getErr().printf(
                        "%s: %d rows x %d columns%n", found.place(), data.table().rowCount(), data.table().columnCount());
            }
            case CSV -> {
                PrintWriter exact = Mlab.exact(spec.commandLine());
                Csv.write(first(data), exact);
                exact.flush();
            }
            case JSON -> JsonRows.write(first(data), out);
        }
        out.flush();
        return 0;
    }

    private Dataset first(Dataset data) {
        return rows == null || rows == 0 ? data : Dataset.of(data.table().first(rows));
    }
}
