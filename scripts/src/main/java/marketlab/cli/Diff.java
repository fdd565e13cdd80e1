package marketlab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import marketlab.dataset.DatasetDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Compares two datasets: metadata, columns, rows and cells. The exit code is 1 if they differ.",
        footer = {"", "Example: mlab diff yesterday.pkl today.pkl"})
final class Diff implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Mixin
    FrameOptions frame;

    @Parameters(
            index = "0",
            paramLabel = "A",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description = "Path of a dataset in the storage, or a .pkl or .csv file.")
    String left;

    @Parameters(
            index = "1",
            paramLabel = "B",
            completionCandidates = Candidates.DatasetsAndFiles.class,
            description = "The dataset or file to compare with A.")
    String right;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        DatasetDiff diff = DatasetDiff.between(frame.load(storage, left, err), frame.load(storage, right, err));
        if (diff.isEmpty()) {
            return 0;
        }
        spec.commandLine().getOut().println(diff);
        return 1;
    }
}
