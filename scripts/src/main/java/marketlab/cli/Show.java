package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import marketlab.csv.Csv;
import marketlab.dataset.Dataset;
import marketlab.dataset.JsonRows;
import marketlab.dataset.Plural;
import marketlab.dataset.TableText;
import marketlab.pickle.Excerpt;
import marketlab.plot.LargeBars;
import marketlab.plot.Sparkline;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
    DatasetArgument source;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description = "Number of rows to show, 0 for all. Default: 10 in a table, else all.")
    Integer rows;

    @Option(
            names = "--format",
            defaultValue = "table",
            completionCandidates = Candidates.Formats.class,
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Format format;

    @Option(
            names = "--spreadsheet-safe",
            description = "With --format csv: put an apostrophe before text that a spreadsheet would run as a formula.")
    boolean spreadsheetSafe;

    @Option(names = "--sparkline", description = "Draw a small text chart instead.")
    boolean sparkline;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (spreadsheetSafe && (sparkline || format != Format.CSV)) {
            throw new ParameterException(spec.commandLine(), "--spreadsheet-safe needs --format csv");
        }
        if (sparkline) {
            Optional<LargeBars> large = source.large(Optional.of("line")).content();
            out.println(
                    large.isPresent()
                            ? large.get().sparkline()
                            : Sparkline.of(source.load().content()));
            return 0;
        }
        switch (format) {
            case TABLE -> table(rows == null ? USUAL_ROWS : rows, out);
            case CSV -> {
                PrintWriter exact = Mlab.exact(spec.commandLine());
                Csv.write(spreadsheetSafe ? Csv.safeForSpreadsheets(first()) : first(), exact);
                exact.flush();
            }
            case JSON -> {
                Dataset data = first();
                JsonRows.write(data, out);
                JsonRows.notes(data).forEach(spec.commandLine().getErr()::println);
            }
        }
        out.flush();
        return 0;
    }

    /** Reads one row more at each end than is shown, so that the table shows dots between the ends. */
    private void table(int shown, PrintWriter out) throws IOException {
        int most = shown == 0 ? Integer.MAX_VALUE : shown / 2 + 2;
        DatasetArgument.Found<Excerpt> found = source.excerpt(most, most);
        Excerpt excerpt = found.content();
        out.println(TableText.of(excerpt.data(), shown));
        spec.commandLine()
                .getErr()
                .printf(
                        "%s: %s %s x %s %s%n",
                        found.place(),
                        excerpt.rows(),
                        Plural.of(excerpt.rows(), "row"),
                        excerpt.data().table().columnCount(),
                        Plural.of(excerpt.data().table().columnCount(), "column"));
    }

    private Dataset first() throws IOException {
        if (rows == null || rows == 0) {
            return source.load().content();
        }
        Dataset read = source.excerpt(rows, 0).content().data();
        return read.with(read.table().first(Math.min(rows, read.table().rowCount())));
    }
}
