package marketlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketlab.dataset.Dataset;
import marketlab.plot.Js;
import marketlab.plot.Page;
import marketlab.plot.Plots;
import marketlab.plot.PricePlots;
import marketlab.plot.Theme;
import marketlab.storage.Storage;
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
        footer = {
            "",
            "Kinds: candlestick line drawdown returns volatility, smile surface heatmap greeks prices open_interest, columns",
            "Example: mlab plot index/nifty/gbm --latest --kind drawdown --out nifty.html"
        })
final class Plot implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    Source source;

    @Option(names = "--kind", paramLabel = "KIND", description = "candlestick, smile, …; what suits the dataset if not given.")
    String kind;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "An .html file, or .png .svg .pdf by an installed Chromium; named after the dataset if not given.")
    Path out;

    @Option(names = "--compare", paramLabel = "NAME|FILE", description = "Another dataset of bars to compare with.")
    String other;

    @Option(names = "--theme", defaultValue = "light", description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    Theme theme;

    @Option(
            names = "--js",
            defaultValue = "inline",
            description = "Where the page has plotly.js from: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} if not given.")
    Js js;

    @Option(names = "--open", description = "Show it in the browser.")
    boolean open;

    @Override
    public Integer call() throws IOException {
        Source.Found<Dataset> found = source.load();
        Path page = out == null ? named(found.place()) : out;
        Page.of(figure(found.content())).theme(theme).js(js).write(page);
        spec.commandLine().getOut().println(page);
        if (open) {
            Browser.open(page, spec.commandLine().getErr());
        }
        return 0;
    }

    private Figure figure(Dataset data) throws IOException {
        if (other != null) {
            try (Storage opened = source.storage.open()) {
                return PricePlots.compare(data, Source.load(opened, other).content());
            }
        }
        return kind == null ? Plots.of(data) : Plots.of(data, kind);
    }

    private static Path named(String place) {
        String file = place.substring(place.lastIndexOf('/') + 1);
        return Path.of(file.replaceFirst("\\.(pkl|csv).*$", "") + ".html");
    }
}
