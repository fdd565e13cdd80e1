package marketlab.cli;

import java.time.LocalDate;
import marketlab.calendar.Market;
import marketlab.index.IndexDataGenerator;
import picocli.CommandLine.Option;

/** Length, level and clock of the bars to generate. */
final class BarOptions {

    @Option(names = "--days", description = "Number of trading days. Default: 252.")
    Integer days;

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

    /** A generator for a market, on the chosen clock. */
    IndexDataGenerator onMarket(String name) {
        return IndexDataGenerator.of(Market.named(name).withClosedDays(closedDays));
    }

    /** The generator with what was chosen. */
    IndexDataGenerator with(IndexDataGenerator model) {
        IndexDataGenerator generator = overnight == null ? model : model.overnight(overnight);
        generator = phases == null ? generator : generator.phases(phases);
        generator = days == null ? generator : generator.days(days);
        generator = interval == null ? generator : generator.interval(interval);
        generator = end == null ? generator : generator.end(end);
        generator = spot == null ? generator : generator.spot(spot);
        generator = drift == null ? generator : generator.drift(GeneratedOptions.fraction("--drift", drift));
        return volatility == null ? generator : generator.volatility(GeneratedOptions.fraction("--vol", volatility));
    }
}
