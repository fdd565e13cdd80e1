package marketlab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "KIND",
        description = "Fits a model to real data and prints its parameters and errors.",
        footer = {"", "Example: mlab fit chain option_chain/nifty --latest --model heston"},
        subcommands = FitChain.class)
final class Fit implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "choose what to fit a model to: chain");
    }
}
