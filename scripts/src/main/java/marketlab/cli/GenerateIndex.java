package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import marketlab.dataset.Dataset;
import marketlab.dataset.PriceHistory;
import marketlab.dataset.Streamed;
import marketlab.index.Bootstrap;
import marketlab.index.Calibration;
import marketlab.index.IndexBasket;
import marketlab.index.IndexDataGenerator;
import marketlab.index.IndexModel;
import marketlab.kit.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Generates the bars of an index: Timestamp, Open, High, Low, Close, Volume.",
        footer = {
            "",
            "Parameters that --set can change, by model (mlab models explains them):",
            "  gbm     drift volatility",
            "  merton  drift volatility jumpsPerYear jumpMean jumpDeviation",
            "  heston  drift v0 kappa theta xi rho",
            "  bates   drift v0 kappa theta xi rho jumpsPerYear jumpMean jumpDeviation",
            "  garch   drift volatility alpha beta gamma",
            "  garch_t drift volatility alpha beta gamma nu",
            "  egarch  drift volatility alpha beta gamma",
            "  ou      drift volatility meanReversion",
            "  regime  bullDrift bearDrift bullVolatility bearVolatility bullDays bearDays",
            "In --params, bullish bearish sideways high_vol low_vol crash recovery set drift and volatility: crash"
                    + " falls 40 %% in 20 sessions and is calmer afterwards, and crash_recovery is one after the other."
                    + " Other words are only labels; with --calibrate or --from, all words are.",
            "Example: mlab generate index --market nifty --model gbm --days 252 --seed 7 --params bullish_high_vol",
            "Example: mlab generate index --phases bullish:120,crash:20,recovery:60 --model heston --seed 7",
            "Example: mlab generate index --rows 1e9 --model heston --seed 7",
            "Example: mlab generate index --basket nifty,banknifty --correlation nifty:banknifty=0.85"
        })
final class GenerateIndex implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    GeneratedOptions options;

    @Mixin
    BarOptions bars;

    @Mixin
    BasketOptions basket;

    @Mixin
    FrameOptions frame;

    @Option(
            names = "--model",
            defaultValue = "gbm",
            completionCandidates = Candidates.IndexModels.class,
            description = "gbm, merton, heston, bates, garch, garch_t, egarch, ou, regime or bootstrap. Default:"
                    + " ${DEFAULT-VALUE}.")
    String model;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description =
                    "Total number of bars, such as 1e9, instead of --days. They are streamed to the storage and need"
                            + " little memory.")
    String rows;

    @Option(
            names = "--set",
            paramLabel = "PARAMETER=VALUE",
            description =
                    "A parameter of the model, such as kappa=2 for heston. Repeatable. The others keep their defaults.")
    Map<String, Double> parameters = new LinkedHashMap<>();

    @Option(
            names = "--from",
            paramLabel = "NAME|FILE",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description = "For bootstrap: the real history to draw days from, with gaps, ranges and volumes if it has"
                    + " them. With --basket also one for each index, in its order: the same days are drawn from each,"
                    + " so the correlation is that of the histories.")
    List<String> histories = List.of();

    @Option(
            names = "--calibrate",
            paramLabel = "NAME|FILE",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description = "First fit the model to this real price history.")
    String sample;

    @Option(
            names = "--block",
            defaultValue = "10",
            description = "For bootstrap: mean block length in days. Default: ${DEFAULT-VALUE}.")
    double block;

    @Option(
            names = "--paths",
            paramLabel = "N",
            defaultValue = "1",
            description = "Number of independent paths, one dataset each. Default: ${DEFAULT-VALUE}.")
    int paths;

    @Option(names = "--wide", description = "With --paths: one dataset, with the closes of each path as a column.")
    boolean wide;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        IndexDataGenerator.hints(options.params).forEach(err::println);
        for (String path : rows == null ? options.save(made()) : options.stream(streamed())) {
            spec.commandLine().getOut().println(path);
        }
        return 0;
    }

    private List<Streamed> streamed() throws IOException {
        if (bars.days != null || !basket.markets.isEmpty()) {
            throw new IllegalArgumentException("--rows sets the length of one index: leave out --days and --basket");
        }
        IndexDataGenerator generator = generator(options.market).paths(paths).rows(rowsOfAPath());
        tellNotes(generator);
        return wide ? List.of(generator.streamWide()) : generator.streamAll();
    }

    /** Tells which parts of the bars are not the history's. Closes alone have no such parts. */
    private void tellNotes(IndexDataGenerator generator) {
        if (!wide) {
            generator.notes().forEach(spec.commandLine().getErr()::println);
        }
    }

    private long rowsOfAPath() {
        long all;
        try {
            all = new BigDecimal(rows).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new IllegalArgumentException("--rows must be a whole number such as 1e9 or 250000, got " + rows, e);
        }
        if (all % paths != 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "--rows counts the bars of all paths: %,d is not divisible by %,d paths; use %,d",
                    all,
                    paths,
                    all - all % paths + paths));
        }
        return all / paths;
    }

    private List<Dataset> made() throws IOException {
        if (!basket.markets.isEmpty()) {
            return basket();
        }
        if (!basket.correlations.isEmpty()) {
            throw new IllegalArgumentException("--correlation is for the indices of a basket: name them with --basket");
        }
        try (ProgressBar bar = Terminal.bar("paths", paths)) {
            IndexDataGenerator generator =
                    generator(options.market).paths(paths).progress(bar);
            tellNotes(generator);
            return wide ? List.of(generator.generateWide()) : generator.generateAll();
        }
    }

    private List<Dataset> basket() throws IOException {
        if (paths != 1 || wide) {
            throw new IllegalArgumentException("--basket generates one path per index: leave out --paths and --wide");
        }
        basket.requireDistinct();
        if (histories.size() > 1) {
            return ofCommonDays();
        }
        List<IndexDataGenerator> generators = new ArrayList<>();
        for (String market : basket.markets) {
            generators.add(generator(market));
        }
        tellNotes(generators.get(0));
        return basket.correlated(generators).generate();
    }

    /** A basket whose indices draw the same days, each from its own history. */
    private List<Dataset> ofCommonDays() throws IOException {
        requireHistoryAlone();
        if (!basket.correlations.isEmpty()) {
            throw new IllegalArgumentException(
                    "--correlation does not go with a history for each index: the correlation is that of the"
                            + " histories");
        }
        if (histories.size() != basket.markets.size()) {
            throw new IllegalArgumentException(
                    "--from must be given once, or once for each of the %s indices of --basket"
                            .formatted(basket.markets.size()));
        }
        List<Dataset> real = new ArrayList<>();
        for (String name : histories) {
            real.add(frame.load(options.storage, name, spec.commandLine().getErr()));
        }
        List<PriceHistory> days = Bootstrap.commonDays(real);
        IndexDataGenerator[] generators = new IndexDataGenerator[basket.markets.size()];
        for (int i = 0; i < generators.length; i++) {
            for (String note : days.get(i).notes()) {
                spec.commandLine().getErr().println("[" + histories.get(i) + "] " + note);
            }
            generators[i] = with(drawing(
                    bars.onMarket(basket.markets.get(i)),
                    Bootstrap.joint(real, block).get(i),
                    histories.get(i)));
        }
        tellNotes(generators[0]);
        return IndexBasket.of(generators).sameDays().generate();
    }

    private IndexDataGenerator generator(String market) throws IOException {
        return with(withModel(bars.onMarket(market)));
    }

    private IndexDataGenerator with(IndexDataGenerator model) {
        IndexDataGenerator generator = bars.with(model).params(options.params);
        generator = options.metadataColumn ? generator.withMetadataColumn() : generator;
        return options.seed == null ? generator : generator.seed(options.seed);
    }

    private IndexDataGenerator withModel(IndexDataGenerator generator) throws IOException {
        if (histories.size() > 1) {
            throw new IllegalArgumentException("several --from are for a basket: name its indices with --basket");
        }
        if (histories.isEmpty() && isSaid("--block")) {
            throw new IllegalArgumentException("--block is for a bootstrap: add --from HISTORY, or leave out --block");
        }
        if (histories.isEmpty() && sample == null) {
            return generator.model(model, parameters);
        }
        requireHistoryAlone();
        String name = histories.isEmpty() ? sample : histories.get(0);
        Dataset real = frame.load(options.storage, name, spec.commandLine().getErr());
        return drawing(generator, histories.isEmpty() ? fitted(real) : drawn(real), name);
    }

    private void requireHistoryAlone() {
        if (!parameters.isEmpty()) {
            throw new IllegalArgumentException(
                    "--set sets parameters, but --calibrate and --from take them from a history: leave one out");
        }
        if (!histories.isEmpty() && (sample != null || isSaid("--model") && !model.equals("bootstrap"))) {
            throw new IllegalArgumentException(
                    "--from uses the model bootstrap: leave out --calibrate and any other --model, or leave out"
                            + " --from");
        }
    }

    private IndexDataGenerator drawing(IndexDataGenerator generator, IndexModel model, String history) {
        return generator
                .model(model)
                .history(options.storage.holds(history) ? options.storage.pathOf(history) : history);
    }

    private boolean isSaid(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    private IndexModel drawn(Dataset real) {
        PriceHistory.of(real).daily().notes().forEach(spec.commandLine().getErr()::println);
        return Bootstrap.of(real, block);
    }

    private IndexModel fitted(Dataset real) {
        Calibration fit = Calibration.fit(model, real);
        spec.commandLine().getErr().println(fit);
        return fit.model();
    }
}
