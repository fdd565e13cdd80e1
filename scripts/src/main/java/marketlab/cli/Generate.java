package marketlab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "KIND",
        description = "Generates a dataset, saves it, and prints its full path.",
        footer = {"", "Example: mlab generate index --market nifty --model gbm --days 252 --seed 7 --params bullish"},
        subcommands = {GenerateIndex.class, GenerateChain.class})
final class Generate implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "choose what to generate: index or chain");
    }
}
