package marketlab.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "kernel",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "WHAT",
        description =
                "Installs, lists and uninstalls the Jupyter kernel: IJava, or an installed JJava, with marketlab.",
        footer = {"", "Example: mlab kernel install"},
        subcommands = {KernelInstall.class, KernelUninstall.class, KernelList.class})
final class Kernel implements Runnable {

    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "choose what to do: install, uninstall or list");
    }
}
