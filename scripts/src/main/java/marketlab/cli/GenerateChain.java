package marketlab.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import marketlab.calendar.Market;
import marketlab.dataset.Dataset;
import marketlab.dataset.Metadata;
import marketlab.dataset.PriceHistory;
import marketlab.index.ModelStates;
import marketlab.kit.ProgressBar;
import marketlab.option.OptionChainGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "chain",
        mixinStandardHelpOptions = true,
        description = "Generates an option chain: price, implied volatility and greeks of calls and puts by strike and"
                + " expiry.",
        footer = {
            "",
            "Example: mlab generate chain --market nifty --spot 24000 --expiries 3 --strikes 41 --params weekly_expiry"
        })
final class GenerateChain implements Callable<Integer> {

    private static final String CHAINS = "chains";
    private static final String PANEL = "panel";
    private static final String VIX = "vix";
    static final List<String> FORMS = List.of(CHAINS, PANEL, VIX);
    private static final String SECOND = "second";
    private static final String STICKY_DELTA = "sticky_delta";
    static final List<String> GREEKS = List.of(SECOND, STICKY_DELTA);

    @Spec
    CommandSpec spec;

    @Mixin
    GeneratedOptions options;

    @Mixin
    FrameOptions frame;

    @Option(
            names = "--model",
            completionCandidates = Candidates.ChainModels.class,
            description =
                    "black_scholes, heston, bates, garch, garch_t, egarch, merton or regime. Default: black_scholes;"
                            + " along a generated index, the index's own model.")
    String model;

    @Option(
            names = "--set",
            paramLabel = "PARAMETER=VALUE",
            description = "A parameter of the model, such as kappa=2 for heston. Repeatable. The others keep their"
                    + " defaults.")
    Map<String, Double> parameters = new LinkedHashMap<>();

    @Option(names = "--spot", description = "Index level, in index points. Default: the market's.")
    Double spot;

    @Option(names = "--rate", description = "Risk-free rate per year, continuously compounded: 0.065 is 6.5 %%.")
    Double rate;

    @Option(names = "--yield", description = "Dividend yield per year, continuously compounded: 0.012 is 1.2 %%.")
    Double dividendYield;

    @Option(names = "--vol", description = "Volatility per year, as a fraction: 0.20 is 20 %%.")
    Double volatility;

    @Option(
            names = "--closed-days",
            paramLabel = "WEIGHT",
            description = "Variance of each closed day, as a share of that of a session, 0 to 1. A year keeps its"
                    + " variance. Default: 0. With --along: that of the path.")
    Double closedDays;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "Valuation date, such as 2026-01-30. Default: the last session.")
    LocalDate date;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "Value at this time of the day, such as 11:15, and not at the close; contracts that expire on"
                    + " the day are listed too. With --along, the history needs bars of minutes.")
    LocalTime at;

    @Option(
            names = "--expiries",
            paramLabel = "N|DATES",
            description = "The next N listed expiries, or dates: 2026-01-27,2026-02-24. Default: 4, or all if fewer are"
                    + " listed.")
    String expiries;

    @Option(
            names = "--strikes",
            paramLabel = "N",
            description = "Number of strikes per expiry. Default: 41; in a panel, those within three standard"
                    + " deviations.")
    Integer strikes;

    @Option(
            names = "--surface",
            paramLabel = "NAME",
            completionCandidates = Candidates.Surfaces.class,
            description = "Volatility surface around --vol: flat, index_skew, steep_skew or sabr_skew. Default: flat.")
    String surface;

    @Option(
            names = "--greeks",
            paramLabel = "NAMES",
            split = ",",
            completionCandidates = Candidates.ChainGreeks.class,
            description = "More greeks, as more columns: second is vanna, volga and charm; sticky_delta is the delta if"
                    + " the smile moves with the forward, for a --surface that is not flat. Both:"
                    + " second,sticky_delta.")
    List<String> greeks = List.of();

    @Option(
            names = "--implied-forward",
            description = "Add the column ImpliedForward: the forward of the expiry by put-call parity, from the quotes"
                    + " nearest the money.")
    boolean impliedForward;

    @Option(
            names = "--along",
            paramLabel = "NAME|FILE",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description =
                    "Generate one chain per day of this index history, at that day's close. The file name contains the"
                        + " day. The volatility is that of the index's own model on that day; for a real history, it"
                        + " is estimated from the closes up to that day. With --vol the index's model is not used. The"
                        + " market is that of the index, if --market is not given.")
    String history;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            completionCandidates = Candidates.ChainForms.class,
            description = "With --along: chains saves one dataset a day; panel one dataset with all days, in which a"
                    + " contract stays listed until its settlement; vix a volatility index of the next 30 days, by the"
                    + " method of the VIX. Default: chains.")
    String form;

    @Option(
            names = "--premium",
            paramLabel = "SHARE",
            description =
                    "With --along: how much higher the variance of the options is than that of the index, as a share:"
                            + " 0.2 is 20 %% higher. Default: 0.")
    Double premium;

    @Override
    public Integer call() throws IOException {
        if (history != null && (date != null || spot != null)) {
            throw new IllegalArgumentException(
                    "--along takes day and spot from the history: leave out --date and --spot");
        }
        if (surface != null && model != null && !model.equals("black_scholes")) {
            throw new IllegalArgumentException(
                    "--model %s has its own volatility surface: leave out --surface".formatted(model));
        }
        if (form != null && !FORMS.contains(form)) {
            throw new IllegalArgumentException("--as is one of %s, got '%s'".formatted(String.join(", ", FORMS), form));
        }
        if (form != null && history == null) {
            throw new IllegalArgumentException("--as is for the days of a history: add --along");
        }
        if (premium != null && history == null) {
            throw new IllegalArgumentException("--premium is above the variance of an index: add --along");
        }
        if (!parameters.isEmpty() && model == null) {
            throw new IllegalArgumentException("--set sets parameters of a model: add --model, such as --model heston");
        }
        if (!parameters.isEmpty() && volatility != null) {
            throw new IllegalArgumentException("--set overrides the volatility: leave out --vol");
        }
        if (premium != null && volatility != null) {
            throw new IllegalArgumentException("--premium is above the path's own variance: leave out --vol");
        }
        if (VIX.equals(form) && (expiries != null || strikes != null)) {
            throw new IllegalArgumentException(
                    "--as vix chooses expiries and strikes itself: leave out --expiries and --strikes");
        }
        for (String name : greeks) {
            if (!GREEKS.contains(name)) {
                throw new IllegalArgumentException(
                        "--greeks takes %s, got '%s'".formatted(String.join(", ", GREEKS), name));
            }
        }
        if (VIX.equals(form) && (!greeks.isEmpty() || impliedForward)) {
            throw new IllegalArgumentException("--as vix has no contracts: leave out --greeks and --implied-forward");
        }
        Dataset days = history == null
                ? null
                : frame.load(options.storage, history, spec.commandLine().getErr());
        if (closedDays != null
                && days != null
                && ModelStates.of(days.metadata()).isPresent()) {
            throw new IllegalArgumentException(
                    "the path in " + history + " says what closed days weigh: leave out --closed-days");
        }
        Market market = Market.named(market(days));
        market = closedDays == null ? market : market.withClosedDays(closedDays);
        OptionChainGenerator generator =
                withExpiries(OptionChainGenerator.of(market)).params(options.params);
        generator = model == null ? generator : generator.model(model, parameters);
        generator = strikes == null ? generator : generator.strikes(strikes);
        generator = premium == null ? generator : generator.variancePremium(premium);
        generator = options.metadataColumn ? generator.withMetadataColumn() : generator;
        generator = greeks.contains(SECOND) ? generator.withSecondOrderGreeks() : generator;
        generator = greeks.contains(STICKY_DELTA) ? generator.withStickyDelta() : generator;
        generator = impliedForward ? generator.withImpliedForward() : generator;
        generator = at == null ? generator : generator.at(at);
        generator = date == null ? generator : generator.valuationDate(date);
        generator = spot == null ? generator : generator.spot(spot);
        generator = rate == null ? generator : generator.rate(GeneratedOptions.fraction("--rate", rate));
        generator = dividendYield == null
                ? generator
                : generator.dividendYield(GeneratedOptions.fraction("--yield", dividendYield));
        generator =
                volatility == null ? generator : generator.volatility(GeneratedOptions.fraction("--vol", volatility));
        generator = options.seed == null ? generator : generator.seed(options.seed);
        generator = surface == null ? generator : generator.surface(surface);
        for (String path : saved(generator, days)) {
            spec.commandLine().getOut().println(path);
        }
        return 0;
    }

    /** The market of the options: the chosen one, else that of the history. */
    private String market(Dataset days) {
        if (days == null || spec.commandLine().getParseResult().hasMatchedOption("--market")) {
            return options.market;
        }
        String named = days.metadata().text(Metadata.MARKET_TYPE).orElse("");
        String market = Market.names().contains(named) ? named : options.market;
        spec.commandLine().getErr().println("[" + history + "] the contracts are those of " + market);
        return market;
    }

    private List<String> saved(OptionChainGenerator generator, Dataset days) {
        if (days == null) {
            return options.save(List.of(generator.generate()));
        }
        PriceHistory.of(days).notes().forEach(spec.commandLine().getErr()::println);
        OptionChainGenerator along = generator.along(days);
        spec.commandLine().getErr().println("[" + history + "] " + along.volatilitySource());
        try (ProgressBar bar = Terminal.bar("chains", days.table().rowCount())) {
            OptionChainGenerator named = along.history(
                            options.storage.holds(history) ? options.storage.pathOf(history) : history)
                    .progress(bar);
            return switch (form == null ? CHAINS : form) {
                case PANEL -> options.stream(List.of(named.streamPanel()));
                case VIX -> options.save(List.of(named.generateVolatilityIndex()));
                default -> options.save(named.generateAll());
            };
        }
    }

    private OptionChainGenerator withExpiries(OptionChainGenerator generator) {
        if (expiries == null) {
            return generator;
        }
        try {
            return expiries.matches("-?\\d{1,9}")
                    ? generator.expiries(Integer.parseInt(expiries))
                    : generator.expiries(Arrays.stream(expiries.split(","))
                            .map(String::trim)
                            .map(LocalDate::parse)
                            .toList());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--expiries needs a number, or dates such as 2026-01-27,2026-02-24, got '%s'".formatted(expiries),
                    e);
        }
    }
}
