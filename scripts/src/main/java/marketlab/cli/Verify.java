package marketlab.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import marketlab.dataset.SafeText;
import marketlab.kit.ProgressBar;
import marketlab.regenerate.Regenerations;
import marketlab.storage.Storage;
import marketlab.storage.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Reads every dataset of a directory, compares its checksum, and prints the damaged ones.",
        footer = {"", "Example: mlab verify index/nifty --regenerate"})
final class Verify implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "",
            completionCandidates = Candidates.Datasets.class,
            description = "Directory. Default: the whole storage.")
    String directory;

    @Option(
            names = "--regenerate",
            description =
                    "Also generate the datasets again from their recorded seed and parameters, and compare. Not errors,"
                            + " but reported: a dataset that was changed after it was generated (derived), and one that"
                            + " a version with another stream made, whose seeds make other numbers.")
    boolean regenerate;

    @Override
    public Integer call() {
        try (Storage opened = storage.open(directory)) {
            Verification found = verified(opened);
            found.damaged().forEach((path, problem) -> say(opened, path, problem));
            found.unread().forEach((path, problem) -> say(opened, path, problem));
            spec.commandLine().getErr().println(found.counts());
            boolean same = !regenerate || regenerated(opened, found.whole());
            return found.damaged().isEmpty() && found.unread().isEmpty() && same ? 0 : 1;
        }
    }

    private Verification verified(Storage opened) {
        try (ProgressBar bar = Terminal.bar("datasets", 0)) {
            return opened.verifyAll(storage.pathOf(directory), bar);
        }
    }

    private boolean regenerated(Storage opened, List<String> paths) {
        Regenerations made;
        try (ProgressBar bar = Terminal.bar("datasets", 0)) {
            made = Regenerations.of(opened, paths, bar);
        }
        made.findings().forEach((path, finding) -> say(opened, path, finding));
        spec.commandLine().getErr().println(made.counts());
        return made.different().isEmpty() && made.unread().isEmpty();
    }

    private void say(Storage opened, String path, String problem) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(SafeText.escaped(opened.place(path) + ": " + problem));
        out.flush();
    }
}
