package marketlab.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import marketlab.dataset.Dataset;
import marketlab.option.ChainFit;
import marketlab.option.FitTerms;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "chain",
        mixinStandardHelpOptions = true,
        description = {
            "Fits a model to the quotes of an option chain. Prints its parameters, its errors by expiry in basis points"
                    + " of volatility, and the command that generates a chain with this model.",
            "The chain may be one of marketlab's, or a table with columns such as expiry, strike, bid, ask and type."
                    + " What it does not say itself, the options below say. Of several days, the last one is used."
        },
        footer = {"", "Example: mlab fit chain option_chain/nifty --latest --model heston"})
final class FitChain implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    DatasetArgument dataset;

    @Option(
            names = "--model",
            defaultValue = "svi",
            completionCandidates = Candidates.FittedModels.class,
            description = "svi, a smile for each expiry; or heston, one set of parameters for all. Default:"
                    + " ${DEFAULT-VALUE}.")
    String model;

    @Option(
            names = "--market",
            completionCandidates = Candidates.Markets.class,
            description = "Market whose sessions the options count.")
    String market;

    @Option(names = "--date", description = "Day of the quotes, such as 2026-01-30.")
    LocalDate date;

    @Option(names = "--spot", description = "Index level. Without it, the forwards are those of put-call parity.")
    Double spot;

    @Option(names = "--rate", description = "Interest rate per year, continuously compounded: 0.065 is 6.5 %%.")
    Double rate;

    @Option(names = "--yield", description = "Dividend yield per year, continuous, with --spot. Default: 0.")
    Double dividendYield;

    @Override
    public Integer call() throws IOException {
        if (!ChainFit.models().contains(model)) {
            throw new IllegalArgumentException(
                    "--model takes %s, got '%s'".formatted(String.join(" or ", ChainFit.models()), model));
        }
        if (dividendYield != null && spot == null) {
            throw new IllegalArgumentException("--yield goes with --spot: without it, forwards come from the quotes");
        }
        DatasetArgument.Found<Dataset> found = dataset.load();
        ChainFit fit;
        try {
            fit = ChainFit.of(model, found.content(), new FitTerms(market, date, spot, rate, dividendYield));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("[" + found.place() + "] " + e.getMessage(), e);
        }
        FrameOptions.tell(found.place(), fit.notes(), spec.commandLine().getErr());
        spec.commandLine().getOut().println(fit);
        return 0;
    }
}
