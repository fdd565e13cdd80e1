package marketlab.cli;

import marketlab.storage.Storage;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Selects datasets: those in a directory of a storage whose file names match. */
public final class DirectoryArgument {

    @Mixin
    private StorageOption storage;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "",
            completionCandidates = Candidates.Datasets.class,
            description = "Directory. Default: the whole storage.")
    private String directory;

    @Option(
            names = "--match",
            paramLabel = "REGEX",
            defaultValue = "",
            description = "Only file names in which this regular expression is found.")
    private String match;

    public Storage open() {
        return storage.open(directory);
    }

    public String match() {
        return match;
    }

    /** Path of the directory in the storage that {@link #open} opens. */
    public String path() {
        return storage.pathOf(directory);
    }
}
