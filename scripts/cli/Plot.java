package marketlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketlab.dataset.Dataset;
import marketlab.plot.Page;
import marketlab.plot.Plots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tech.tablesaw.plotly.components.Figure;

@Command(
        name = "plot",
        mixinStandardHelpOptions = true,
        description = "Plots a dataset as one HTML file that needs no network, and prints its path.",
        footer = {"", "Example: mlab plot index/nifty/gbm --latest --out nifty.html"})
final class Plot implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    Source source;

    @Option(names = "--kind", paramLabel = "KIND", description = "candlestick, smile, …; what suits the dataset if not given.")
    String kind;

    @Option(names = "--out", paramLabel = "FILE", description = "HTML file; named after the dataset if not given.")
    Path out;

    @Option(names = "--open", description = "Show it in the browser.")
    boolean open;

    @Override
    public Integer call() throws IOException {
        Source.Found<Dataset> found = source.load();
        Figure figure = kind == null ? Plots.of(found.content()) : Plots.of(found.content(), kind);
        Path page = out == null ? named(found.place()) : out;
        Page.of(figure).write(page);
        spec.commandLine().getOut().println(page);
        if (open) {
            Browser.open(page, spec.commandLine().getErr());
        }
        return 0;
    }

    private static Path named(String place) {
        String file = place.substring(place.lastIndexOf('/') + 1);
        return Path.of(file.replaceFirst("\\.(pkl|csv).*$", "") + ".html");
    }
}
