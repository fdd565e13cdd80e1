package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import marketlab.calendar.Market;
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
    FrameOptions frame;

    @Option(
            names = "--model",
            defaultValue = "gbm",
            completionCandidates = Candidates.IndexModels.class,
            description = "gbm, merton, heston, bates, garch, garch_t, egarch, ou, regime or bootstrap. Default:"
                    + " ${DEFAULT-VALUE}.")
    String model;

    @Option(names = "--days", description = "Number of trading days. Default: 252.")
    Integer days;

    @Option(
            names = "--rows",
            paramLabel = "N",
            description =
                    "Total number of bars, such as 1e9, instead of --days. They are streamed to the storage and need"
                            + " little memory.")
    String rows;

    @Option(
            names = "--interval",
            description = "Length of a bar: 1s 1m 15m 1h 1d 1w 1mo. Default: 1d; with --rows, the longest that fits.")
    String interval;

    @Option(
            names = "--end",
            paramLabel = "DATE",
            description = "Last day, such as 2026-01-30. Default: today at the exchange.")
    LocalDate end;

    @Option(names = "--spot", description = "Level at the first open, in index points. Default: the market's.")
    Double spot;

    @Option(names = "--drift", description = "Expected growth per year, continuously compounded: 0.08 is 8 %%.")
    Double drift;

    @Option(names = "--vol", description = "Volatility per year, as a fraction: 0.20 is 20 %%.")
    Double volatility;

    @Option(
            names = "--overnight",
            paramLabel = "SHARE",
            description = "Share of a session's variance that comes before its open, as a gap. Default: 0.25; 0: no"
                    + " gaps.")
    Double overnight;

    @Option(
            names = "--closed-days",
            paramLabel = "WEIGHT",
            description = "Variance of each closed day, as a share of that of a session, 0 to 1. A year keeps its"
                    + " variance. Default: 0. Not for garch, garch_t, egarch and --from.")
    double closedDays;

    @Option(
            names = "--phases",
            paramLabel = "WORDS:DAYS,...",
            description = "Phases one after the other, each with words of --params and a number of trading days:"
                    + " crash:40,recovery:120. Default of --days: those of all phases.")
    String phases;

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
            names = "--basket",
            paramLabel = "MARKETS",
            split = ",",
            completionCandidates = Candidates.Markets.class,
            description =
                    "Several indices with correlated returns, one dataset each, instead of --market: nifty,banknifty.")
    List<String> basket = List.of();

    @Option(
            names = "--correlation",
            paramLabel = "PAIR=VALUE",
            description = "Correlation of the returns of two indices of the basket, such as nifty:banknifty=0.85."
                    + " Repeatable. Default: 0.")
    Map<String, Double> correlations = new LinkedHashMap<>();

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
        if (days != null || !basket.isEmpty()) {
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
        if (!basket.isEmpty()) {
            return basket();
        }
        if (!correlations.isEmpty()) {
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
        for (String market : basket) {
            if (basket.indexOf(market) != basket.lastIndexOf(market)) {
                throw new IllegalArgumentException("[basket] " + market + " is listed twice");
            }
        }
        if (histories.size() > 1) {
            return ofCommonDays();
        }
        List<IndexDataGenerator> generators = new ArrayList<>();
        for (String market : basket) {
            generators.add(generator(market));
        }
        tellNotes(generators.get(0));
        IndexBasket correlated = IndexBasket.of(generators.toArray(IndexDataGenerator[]::new));
        for (Map.Entry<String, Double> pair : correlations.entrySet()) {
            String[] names = pair.getKey().split(":", -1);
            int one = basket.indexOf(names[0]);
            int other = names.length == 2 ? basket.indexOf(names[1]) : -1;
            if (one < 0 || other < 0 || one == other) {
                throw new IllegalArgumentException(
                        "[correlation] '%s' is not a pair of the basket; use two of %s, such as %s:%s"
                                .formatted(
                                        pair.getKey(),
                                        String.join(", ", basket),
                                        basket.get(0),
                                        basket.get(basket.size() - 1)));
            }
            correlated = correlated.correlation(one, other, pair.getValue());
        }
        return correlated.generate();
    }

    /** A basket whose indices draw the same days, each from its own history. */
    private List<Dataset> ofCommonDays() throws IOException {
        requireHistoryAlone();
        if (!correlations.isEmpty()) {
            throw new IllegalArgumentException(
                    "--correlation does not go with a history for each index: the correlation is that of the"
                            + " histories");
        }
        if (histories.size() != basket.size()) {
            throw new IllegalArgumentException(
                    "--from must be given once, or once for each of the %s indices of --basket"
                            .formatted(basket.size()));
        }
        List<Dataset> real = new ArrayList<>();
        for (String name : histories) {
            real.add(frame.load(options.storage, name, spec.commandLine().getErr()));
        }
        List<PriceHistory> days = Bootstrap.commonDays(real);
        IndexDataGenerator[] generators = new IndexDataGenerator[basket.size()];
        for (int i = 0; i < generators.length; i++) {
            for (String note : days.get(i).notes()) {
                spec.commandLine().getErr().println("[" + histories.get(i) + "] " + note);
            }
            generators[i] = with(drawing(
                    onMarket(basket.get(i)), Bootstrap.joint(real, block).get(i), histories.get(i)));
        }
        tellNotes(generators[0]);
        return IndexBasket.of(generators).sameDays().generate();
    }

    private IndexDataGenerator generator(String market) throws IOException {
        return with(withModel(onMarket(market)));
    }

    private IndexDataGenerator onMarket(String name) {
        return IndexDataGenerator.of(Market.named(name).withClosedDays(closedDays));
    }

    private IndexDataGenerator with(IndexDataGenerator model) {
        IndexDataGenerator generator = model.params(options.params);
        generator = options.metadataColumn ? generator.withMetadataColumn() : generator;
        generator = overnight == null ? generator : generator.overnight(overnight);
        generator = phases == null ? generator : generator.phases(phases);
        generator = days == null ? generator : generator.days(days);
        generator = interval == null ? generator : generator.interval(interval);
        generator = end == null ? generator : generator.end(end);
        generator = spot == null ? generator : generator.spot(spot);
        generator = drift == null ? generator : generator.drift(GeneratedOptions.fraction("--drift", drift));
        generator =
                volatility == null ? generator : generator.volatility(GeneratedOptions.fraction("--vol", volatility));
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
