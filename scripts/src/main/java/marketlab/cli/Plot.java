package marketlab.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import marketlab.dataset.Dataset;
import marketlab.dataset.DatasetName;
import marketlab.plot.ChainPlots;
import marketlab.plot.LargeBars;
import marketlab.plot.Page;
import marketlab.plot.PathPlots;
import marketlab.plot.PlotlyScript;
import marketlab.plot.Plots;
import marketlab.plot.PricePlots;
import marketlab.plot.Theme;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tech.tablesaw.plotly.components.Figure;

@Command(
        name = "plot",
        mixinStandardHelpOptions = true,
        description = "Plots a dataset as one HTML file that needs no network, and prints its path.",
        footer = {
            "",
            "Kinds: candlestick line drawdown returns volatility fan, smile surface heatmap greeks prices"
                    + " open_interest payoff, columns",
            "A fan needs a dataset with many paths (generate index --paths 500 --wide), or a directory with one"
                    + " dataset per path.",
            "Example: mlab plot index/nifty/gbm --latest --kind drawdown --out nifty.html",
            "Example: mlab plot option_chain/nifty --latest --legs '+1 call 24000,-1 call 24500' --out spread.html"
        })
final class Plot implements Callable<Integer> {

    /** Data type, market, model and file name; a version folder may come before them. */
    private static final int PARTS_OF_A_NAME = 4;

    private static final Set<String> OF_AN_EXPIRY = Set.of("greeks", "open_interest", "payoff");

    @Spec
    CommandSpec spec;

    @Mixin
    DatasetArgument source;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            completionCandidates = Candidates.Kinds.class,
            description = "Kind of plot, listed below. Default: the one that suits the dataset.")
    String kind;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "The file to write: .html, or with an installed Chromium .png .svg .pdf. Default: named after the"
                            + " dataset's path and the kind.")
    Path out;

    @Option(
            names = "--legs",
            split = ",",
            paramLabel = "LEG",
            description = "For payoff: options bought (+) and sold (-), such as '+1 call 24000,-1 call 24500'.")
    List<String> legs = List.of();

    @Option(
            names = "--expiry",
            paramLabel = "DATE",
            description = "For greeks, open_interest and payoff. Default: the nearest.")
    LocalDate expiry;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "For fan: number of single paths to draw on top. Default: 0.")
    Integer samples;

    @Option(
            names = "--compare",
            paramLabel = "NAME|FILE",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description = "Another dataset of bars to compare with.")
    String other;

    @Option(
            names = "--theme",
            defaultValue = "light",
            completionCandidates = Candidates.Themes.class,
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    Theme theme;

    @Option(
            names = "--js",
            defaultValue = "inline",
            completionCandidates = Candidates.ScriptPlaces.class,
            description = "Where the page gets plotly.js from: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    PlotlyScript js;

    @Option(names = "--open", description = "Open the plot in the browser.")
    boolean open;

    @Override
    public Integer call() throws IOException {
        if (ofOne()) {
            DatasetArgument.Found<Optional<LargeBars>> large = source.large(Optional.ofNullable(kind));
            if (large.content().isPresent()) {
                LargeBars bars = large.content().get();
                return write(large.place(), bars.kind(), bars.figure());
            }
        }
        List<DatasetArgument.Found<Dataset>> found = wantsFan() ? source.loadAll() : List.of(source.load());
        Figure figure =
                figure(found.stream().map(DatasetArgument.Found::content).toList());
        return write(found.get(0).place(), drawn(found.get(0).content()), figure);
    }

    private int write(String place, String drawn, Figure figure) throws IOException {
        Path page = out == null ? named(place, expiry == null ? drawn : drawn + "_" + expiry) : out;
        Page.of(figure).theme(theme).js(js).write(page);
        spec.commandLine().getOut().println(page);
        if (open && !Page.browse(page)) {
            spec.commandLine().getErr().println("no desktop found; open the file in a browser");
        }
        return 0;
    }

    private Figure figure(List<Dataset> found) throws IOException {
        Dataset data = found.get(0);
        if (other != null) {
            return PricePlots.compare(
                    data, DatasetArgument.load(source.storage, other).content());
        }
        if (wantsFan()) {
            int drawn = samples == null ? 0 : samples;
            return found.size() > 1 ? PathPlots.fan(found, drawn) : PathPlots.fan(data, drawn);
        }
        String wanted = wanted();
        refuse("--legs works only with --kind payoff", !legs.isEmpty() && !wanted.equals("payoff"));
        refuse(
                "--expiry works only with --kind greeks, open_interest or payoff",
                expiry != null && !OF_AN_EXPIRY.contains(String.valueOf(wanted)));
        if ("payoff".equals(wanted)) {
            String[] texts = legs.toArray(String[]::new);
            return expiry == null ? ChainPlots.payoff(data, texts) : ChainPlots.payoff(data, expiry, texts);
        }
        if (expiry != null) {
            return wanted.equals("greeks") ? ChainPlots.greeks(data, expiry) : ChainPlots.openInterest(data, expiry);
        }
        return wanted == null ? Plots.of(data) : Plots.of(data, wanted);
    }

    /** Whether one dataset is drawn, without options that need all of it in memory. */
    private boolean ofOne() {
        return !wantsFan() && other == null && legs.isEmpty() && expiry == null;
    }

    private boolean wantsFan() {
        return "fan".equals(kind) || kind == null && samples != null;
    }

    private void refuse(String reason, boolean wrong) {
        if (wrong) {
            throw new ParameterException(spec.commandLine(), reason);
        }
    }

    /** The requested kind; null if none was requested. */
    private String wanted() {
        return kind == null && !legs.isEmpty() ? "payoff" : kind;
    }

    private String drawn(Dataset data) {
        if (other != null) {
            return "compare";
        }
        return wantsFan() ? "fan" : Optional.ofNullable(wanted()).orElseGet(() -> Plots.kindOf(data));
    }

    /**
     * {@code index_nifty_gbm_20261123_170157_bullish_candlestick.html}. Different datasets of a storage get different
     * names.
     */
    static Path named(String place, String drawn) {
        String[] parts = place.split("/");
        String name = parts[parts.length - 1];
        for (int count = PARTS_OF_A_NAME; count <= Math.min(PARTS_OF_A_NAME + 1, parts.length); count++) {
            String[] last = Arrays.copyOfRange(parts, parts.length - count, parts.length);
            name = DatasetName.parse(String.join("/", last)).isPresent() ? String.join("_", last) : name;
        }
        String stem = name.equals(CsvOptions.STDIN) ? "stdin" : name.replaceFirst("(?i)\\.(pkl|csv|tsv|txt).*$", "");
        return Path.of(stem + "_" + drawn + ".html");
    }
}
