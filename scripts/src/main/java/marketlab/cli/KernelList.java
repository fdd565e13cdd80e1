package marketlab.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import marketlab.jupyter.KernelSpecs;
import marketlab.jupyter.KernelSpecs.KernelSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Lists the Java kernels that Jupyter finds here: marketlab's, and any JJava that marketlab can use.",
        footer = {"", "Example: mlab kernel list"})
final class KernelList implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Option(names = "--prefix", paramLabel = "DIR", description = "List only the kernels in DIR/share/jupyter.")
    Path prefix;

    @Override
    public Integer call() {
        int shown = 0;
        for (KernelSpec kernel : prefix == null ? KernelSpecs.all() : KernelSpecs.of(prefix)) {
            if (kernel.isOurs() || kernel.jjava().isPresent()) {
                spec.commandLine().getOut().printf("%-20s %-40s %s%n", kernel.name(), about(kernel), kernel.folder());
                shown++;
            }
        }
        if (shown == 0) {
            spec.commandLine().getErr().println("no marketlab kernel is installed; run: mlab kernel install");
        }
        return shown == 0 ? 1 : 0;
    }

    private static String about(KernelSpec kernel) {
        if (!kernel.isOurs()) {
            return "JJava, for mlab kernel install --jjava";
        }
        String engine = kernel.command().contains("--jjava")
                ? "marketlab in JJava"
                : kernel.command().contains(KernelSpecs.SPARK)
                        ? "marketlab in IJava, with Spark"
                        : "marketlab in IJava";
        return kernel.isWhole() ? engine : engine + ", launcher missing: install it again";
    }
}
