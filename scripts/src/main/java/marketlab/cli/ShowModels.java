package marketlab.cli;

import java.util.concurrent.Callable;
import marketlab.kit.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "models",
        mixinStandardHelpOptions = true,
        description =
                "Lists the index models, and the parameters that --set can change with their defaults and meanings.",
        footer = {"", "Example: mlab models; then mlab generate index --model heston --set kappa=2"})
final class ShowModels implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(Lab.models());
        return 0;
    }
}
