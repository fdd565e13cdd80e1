package marketlab.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import marketlab.jupyter.KernelProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "kernel", hidden = true, description = "Runs the Jupyter kernel with Spark; Jupyter calls this.")
final class SparkKernel implements Callable<Integer> {

    @Parameters
    List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        return KernelProcess.run(arguments.toArray(String[]::new));
    }
}
