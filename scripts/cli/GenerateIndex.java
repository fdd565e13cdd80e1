package marketlab.cli;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import marketlab.index.IndexDataGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "index",
        mixinStandardHelpOptions = true,
        description = "Generates the bars of an index: Open High Low Close Volume by Timestamp.",
        footer = {"", "Example: mlab generate index --market nifty --model gbm --days 252 --seed 7 --params bullish_high_vol"})
final class GenerateIndex implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    GeneratedOptions options;

    @Option(names = "--model", defaultValue = "gbm", description = "Model; ${DEFAULT-VALUE} if not given.")
    String model;

    @Option(names = "--days", defaultValue = "252", description = "Trading days; ${DEFAULT-VALUE} if not given.")
    int days;

    @Option(names = "--interval", defaultValue = "1d", description = "Length of a bar: 1m 5m 15m 1h 1d 1w 1mo; ${DEFAULT-VALUE} if not given.")
    String interval;

    @Option(names = "--end", paramLabel = "DATE", description = "Last day, 2026-01-30; today at the exchange if not given.")
    LocalDate end;

    @Option(names = "--spot", description = "Level at the first open, in index points; else the market's.")
    Double spot;

    @Option(names = "--drift", description = "Expected growth per year, continuously compounded: 0.08 is 8 %%.")
    Double drift;

    @Option(names = "--vol", description = "Volatility per year, as a fraction: 0.20 is 20 %%.")
    Double volatility;

    @Override
    public Integer call() {
        IndexDataGenerator generator = IndexDataGenerator.of(options.market)
                .model(model)
                .days(days)
                .interval(interval)
                .params(options.params);
        generator = end == null ? generator : generator.end(end);
        generator = spot == null ? generator : generator.spot(spot);
        generator = drift == null ? generator : generator.drift(drift);
        generator = volatility == null ? generator : generator.volatility(volatility);
        generator = options.seed == null ? generator : generator.seed(options.seed);
        spec.commandLine().getOut().println(options.save(generator.generate()));
        return 0;
    }
}
