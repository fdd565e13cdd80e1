package marketlab.cli;

import java.io.PrintWriter;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import marketlab.dataset.Metadata;
import marketlab.dataset.SafeText;
import marketlab.storage.Storage;
import marketlab.storage.Summary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the full paths of the datasets in a directory and its subdirectories.",
        footer = {"", "Example: mlab list index/nifty --match bullish"})
final class ListDatasets implements Callable<Integer> {

    private static final String ROW = "%12s %7s %14s %-20s %-18s %s%n";
    private static final Set<String> SHOWN = Set.of(Metadata.SEED, Metadata.GENERATOR);

    @Spec
    CommandSpec spec;

    @Mixin
    DirectoryArgument where;

    @Option(
            names = "--long",
            description = "Also print rows, columns, bytes, seed and generator: from the header of each file; in a"
                    + " bucket, from the listing.")
    boolean details;

    @Override
    public Integer call() {
        try (Storage opened = where.open()) {
            if (details) {
                return details(opened);
            }
            for (String path : opened.list(where.path(), where.match())) {
                spec.commandLine().getOut().println(opened.place(path));
            }
            return 0;
        }
    }

    private int details(Storage opened) {
        SkippedDatasets skipped = new SkippedDatasets(opened, spec.commandLine().getErr());
        Map<String, String> rows = new TreeMap<>();
        opened.summaries(
                where.path(),
                where.match(),
                summary -> Collections.disjoint(summary.leftOut(), SHOWN),
                summary -> rows.put(summary.path(), row(opened, summary)),
                skipped);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(ROW, "rows", "columns", "bytes", "seed", "generator", "path");
        rows.values().forEach(out::print);
        out.flush();
        return skipped.count() == 0 ? 0 : 1;
    }

    private static String row(Storage opened, Summary summary) {
        return ROW.formatted(
                summary.rows(),
                summary.width(),
                summary.bytes(),
                shown(summary, Metadata.SEED),
                shown(summary, Metadata.GENERATOR),
                opened.place(summary.path()));
    }

    private static String shown(Summary summary, String key) {
        return SafeText.escaped(summary.metadata().text(key).orElse("-"));
    }
}
