package marketlab.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import marketlab.storage.Storage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Reads every dataset of a directory through and compares its checksum; prints those that are damaged.",
        footer = {"", "Example: mlab verify index/nifty"})
final class Verify implements Callable<Integer> {

    @Spec
    CommandSpec spec;

    @Mixin
    StorageOption storage;

    @Parameters(arity = "0..1", paramLabel = "DIR", defaultValue = "", description = "Directory; the whole storage if not given.")
    String directory;

    @Override
    public Integer call() {
        try (Storage opened = storage.open()) {
            List<String> paths = opened.list(StorageOption.inside(opened, directory), "");
            int damaged = 0;
            for (String path : paths) {
                Optional<String> problem = opened.verify(path);
                if (problem.isPresent()) {
                    damaged++;
                    spec.commandLine().getOut().printf("%s: %s%n", opened.place(path), problem.get());
                }
            }
            spec.commandLine().getOut().flush();
            spec.commandLine().getErr().printf("%d whole, %d damaged%n", paths.size() - damaged, damaged);
            return damaged == 0 ? 0 : 1;
        }
    }
}
